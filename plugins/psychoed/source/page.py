"""One Markdown file becomes one item."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import get_args

from psychoed.model.body import placed_controls
from psychoed.model.control import names
from psychoed.model.document import Document
from psychoed.model.item import Item
from psychoed.model.problem import Problem, Severity, did_you_mean
from psychoed.model.protocols import Audience, Kind
from psychoed.registry import catalogue, languages
from psychoed.source.body import Body, read_body
from psychoed.source.characters import hidden_characters
from psychoed.source.head import Head, read_head
from psychoed.source.limits import FIELDS
from psychoed.source.validate import validate


def identity(path: str, default_language: str) -> tuple[str, str]:
    """(id, language) of a path as the site has it: `skills/grounding.es.md` is `skills/grounding` in `es`."""
    stem = path.removesuffix(".md")
    name, dot, suffix = PurePosixPath(stem).name.rpartition(".")
    if dot and name and suffix in languages():
        return posixpath.join(posixpath.dirname(stem), name), suffix
    return stem, default_language


def kind_of(id: str) -> str:
    """The kind of content that lies at this address: the kind of this id only, or of the deepest folder."""
    kinds = catalogue("kinds")
    alone = {kinds[word].only: word for word in kinds if kinds[word].only}
    if id in alone:
        return alone[id]
    folders = {kinds[word].folder: word for word in kinds}
    folder = posixpath.dirname(id)
    while folder:
        if folder in folders:
            return folders[folder]
        folder = posixpath.dirname(folder)
    return "page"


def read_page(document: Document, path: str, default_language: str) -> Item:
    """The item with every problem met in its file. One that is not whole is marked as broken."""
    id, language = identity(path, default_language)
    word = kind_of(id)
    kind: type[Kind] = catalogue("kinds")[word]
    head = read_head(document)
    problems = [*hidden_characters(document), *head.problems]
    suffix = PurePosixPath(id).suffix.removeprefix(".")
    if re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", suffix):
        hint = did_you_mean(suffix, languages())
        problems.append(document.problem("language-unknown", f"There is no language `{suffix}`.", hint=hint))
    if not document.text.strip():
        hint = "Begin with a head: `---`, `title: …`, `---`."
        problems.append(document.problem("page-empty", "This page is empty.", hint=hint))
    elif not head.present and word != "page":
        hint = "Begin the file with a head: `---`, `title: …`, `message: …`, `audience: [client]`, `---`."
        problems.append(document.problem("head-missing", f"This {word} has no head.", 1, hint=hint))
    checked = None
    if not problems:
        checked, wrong = validate(kind, head.data, document, "The head", "key", (1, 1, 0))
        problems.extend(wrong)
    body = read_body(document, head.body_line, kind.has_fields, language, kind.has_terms)
    problems.extend(body.problems)
    problems.extend(_too_many(document, body))
    title = checked.title if checked else ""
    ones = [heading for heading in body.headings if heading.level == 1]
    if not title and ones:
        title = ones.pop(0).text
    if ones and word != "page":
        hint = "The title of the head is the heading of the page; its sections begin with `##`."
        problems.append(document.problem("heading-one", "This is a second title.", ones[0].line, hint=hint))
    if checked and not title:
        problems.append(document.problem("key-missing", "The head needs `title`.", 1, hint="Add `title: …`."))
    drawn = frozenset() if kind.has_fields else DRAWN_ALL_THE_SAME
    return Item(
        id=id,
        language=language,
        kind=word,
        document=document,
        head=checked or _unchecked(kind, head),
        host_head=head.host,
        key_places=head.data.places,
        body=body.nodes,
        headings=tuple((heading.level, heading.text) for heading in body.headings),
        title=title or str((head.data.value or {}).get("title") or PurePosixPath(id).name),
        problems=tuple(problems),
        broken=any(one.severity is Severity.ERROR and one.rule not in drawn for one in problems),
    )


DRAWN_ALL_THE_SAME = frozenset({"reads-differently", "table-without-head"})
"""Errors that leave a page whole: it looks other than its author meant. On a sheet a field could be lost."""


def _too_many(document: Document, body: Body) -> Iterator[Problem]:
    count = 0
    for line, control in placed_controls(body.nodes):
        count += len(list(names(control)))
        if count > FIELDS:
            what = f"This is field {FIELDS + 1} of the sheet; more than {FIELDS} cannot be filled in."
            hint = "Write several sheets, and a packet that holds them."
            yield document.problem("fields-too-many", what, line, hint=hint)
            return


def _unchecked(kind: type[Kind], head: Head) -> Kind:
    """The head of an item that is broken. Unless it says so itself, it is not for the public."""
    keys = head.data.value or {}
    said = keys.get("audience") if isinstance(keys, dict) else None
    known = [one for one in said if one in get_args(Audience)] if isinstance(said, list) else []
    return kind.model_construct(title="", message="", audience=tuple(known) or ("therapist",))


def unreadable(document: Document, path: str, default_language: str, problems: list[Problem]) -> Item:
    """The item of a file that could not be read at all: its address stands, nothing of it is drawn."""
    id, language = identity(path, default_language)
    word = kind_of(id)
    return Item(
        id=id,
        language=language,
        kind=word,
        document=document,
        head=catalogue("kinds")[word].model_construct(title="", message="", audience=("therapist",)),
        title=PurePosixPath(id).name,
        problems=tuple(problems),
        broken=True,
    )

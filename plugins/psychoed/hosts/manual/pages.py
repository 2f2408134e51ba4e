"""The pages of the manual in Markdown. Every example on them is drawn or checked by the program itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from psychoed.check import check
from psychoed.hosts.manual.words import tables
from psychoed.model.docstring import docstring
from psychoed.model.item import Item
from psychoed.model.library import Edition, Library
from psychoed.model.problem import Problem, report
from psychoed.registry import catalogue
from psychoed.render.addresses import PaperAddresses
from psychoed.render.examples import example_of, read_example
from psychoed.render.lower import lower
from psychoed.render.prose import to_html
from psychoed.source.head import HOST_KEYS
from psychoed.source.schema import DATA, schema

CATALOGUES: Mapping[str, str] = {
    "fields": "Fields",
    "blocks": "Blocks",
    "figures": "Figures",
    "kinds": "Kinds of page",
}
"""The catalogues that authors write words of, with what the menu calls them."""

_TASK = re.compile(r"^```(draw|check|list|rules)(?: (.*?))? *\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass
class Pages:
    """Makes pages. `edition` lends its help lines and its words to the examples; `problems` are theirs."""

    edition: Edition
    problems: list[Problem] = field(default_factory=list)

    def of_hand(self, path: str, text: str) -> str:
        """A page written by hand, with its tasks done.

        ```` ```draw ```` shows the text and how it looks, ```` ```check PATH ```` the text and the report on
        it, ```` ```list fields blocks ```` a table of everything there, ```` ```rules ```` every rule.
        """
        drawn = 0

        def do(task: re.Match[str]) -> str:
            nonlocal drawn
            word, argument, example = task[1], task[2] or "", task[3]
            if word == "list":
                return "\n\n".join(self._list(name, path) for name in argument.split())
            if word == "rules":
                return self._rules()
            if word == "check":
                return f"{fenced(example)}\n\n{fenced(self._report(argument, example), 'text')}"
            drawn += 1
            id = f"worksheets/{path.removesuffix('.md').replace('/', '-')}-{drawn}"
            return f"{fenced(example)}\n\n{self._drawing(example, id)}"

        return _TASK.sub(do, text)

    def of_thing(self, name: str, word: str) -> str:
        """The page of a field, a block or a figure: what for, what to write, how it looks, its options."""
        thing = catalogue(name)[word]
        said = docstring(thing)
        on_paper = [one for one in said.paragraphs if one.startswith("On paper")]
        parts = [f"# {word}", *(one for one in said.paragraphs if one not in on_paper)]
        # A figure is always drawn by the same block.
        example = example_of(thing) or (f"/// figure\n    draw: {word}\n///" if name == "figures" else "")
        if example:
            parts += ["## What you write", fenced(example)]
            parts += ["## How it looks", self._drawing(example, f"worksheets/{word}"), *on_paper]
        else:
            parts += on_paper
        return _page(said.summary, [*parts, "## What you can set", self._keys(schema(thing))])

    def of_kind(self, word: str) -> str:
        """The page of a kind: where it lies, how it begins, and every key of its head."""
        kind = catalogue("kinds")[word]
        said = docstring(kind)
        folder = "worksheets/" if kind.folder == "worksheets" else f"docs/{kind.folder}/".replace("//", "/")
        where = f"Write it as a file in `{folder}`, such as `{folder}my-page.md`."
        if kind.only:
            where = f"There is one in a library: `docs/{kind.only}.md`."
        host = ", ".join(f"`{key}`" for key in sorted(HOST_KEYS))
        fields = "It can hold fields." if kind.has_fields else "It holds no fields."
        parts = [f"# {word}", *said.paragraphs, f"{where} {fields}"]
        if example := example_of(kind):
            item = read_example(example, kind.only or f"{kind.folder}/example".lstrip("/"))
            self.problems.extend(item.problems)
            parts += ["## How it begins", fenced(example)]
        if kind.sections:
            headings = [self.edition.strings(f"section.{section}") for section in kind.sections]
            parts += ["## What it holds", "Each of these is a heading, in this order:"]
            parts.append("\n".join(f"- `## {heading}`" for heading in headings))
        return _page(
            said.summary,
            [
                *parts,
                "## The keys of its head",
                tables(schema(kind)),
                f"{host} are handed on to the site generator.",
            ],
        )

    def of_data(self, name: str) -> str:
        """The page of a data file: what it is for, and every key."""
        path, model = DATA[name]
        said = docstring(model)
        parts = [f"# {path}", *said.paragraphs]
        if said.examples:
            parts += ["## For example", fenced("\n".join(said.examples), "yaml")]
        parts += ["## Its keys", tables(schema(model))]
        return _page(said.summary, parts)

    def _keys(self, made: dict[str, Any]) -> str:
        return tables(made) if made.get("properties") else "Nothing: it is complete as it stands."

    def _list(self, name: str, path: str) -> str:
        """What is in a catalogue, as a table with links from the page at `path`."""
        things = catalogue(name)
        up = "../" * path.count("/")
        rows = [
            f"| [`{word}`]({up}{name}/{word}.md) | {docstring(things[word]).summary} |" for word in things
        ]
        return "\n".join(["| Word | What it is |", "|---|---|", *rows])

    def _rules(self) -> str:
        rules = catalogue("rules")
        parts = [[f"## {word}", *docstring(rules[word]).paragraphs] for word in rules]
        return "\n\n".join(part for one in parts for part in one)

    def _report(self, path: str, text: str) -> str:
        """What `psychoed check` says of a file with that text, alone in its library."""
        item = read_example(text, path.removesuffix(".md"))
        known = self.edition.library.languages
        return report(check(Library(items={item.key: item}, languages=known, problems=item.problems)))

    def _drawing(self, text: str, id: str) -> str:
        """The example as a page shows it: HTML in a form, its ids beginning with the last part of `id`."""
        item = read_example(text, id)
        self.problems.extend(item.problems)
        html = to_html(lower(item, self.edition, _Addresses(self.edition)))
        return f'<form class="psychoed-form psychoed-example" autocomplete="off">\n{html}\n</form>'


class _Addresses(PaperAddresses):
    """The manual is not the site: links lead to the site's address, and none of its files is shown."""

    def to_file(self, near: Item, path: str) -> str:
        """The whole address of the file."""
        return self._whole(path)


def fenced(text: str, language: str = "markdown") -> str:
    """A code block, with a fence that is longer than any in the text."""
    longest = max(map(len, re.findall(r"`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def _page(summary: str, parts: list[str]) -> str:
    """A page with what a search engine shows of it."""
    plain = summary.replace("`", "").replace('"', "'")
    return f'---\ndescription: "{plain}"\n---\n\n' + "\n\n".join(parts) + "\n"

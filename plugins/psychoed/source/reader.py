"""Reads a project: its clinic, then every root in order, into one library."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from psychoed.model.clinic import Clinic
from psychoed.model.document import Document
from psychoed.model.help_lines import HelpLines
from psychoed.model.item import Item, Key
from psychoed.model.library import CACHE, Library
from psychoed.model.problem import Problem
from psychoed.model.reference import Reference
from psychoed.registry import BASES, catalogue, languages
from psychoed.source.clinic import ClinicFile, check_facts, read_clinic
from psychoed.source.files import NAMES, find_files, read_text
from psychoed.source.page import identity, read_page, unreadable
from psychoed.source.translations import name_like_sources
from psychoed.source.validate import validate
from psychoed.source.yaml import Data, load


@dataclass
class Reader:
    """Reads one project again and again, and each file only when it has changed.

    `clinic_file` is the clinic's `clinic.yml`; its folder is the project.
    """

    clinic_file: Path
    _memo: dict[Path, tuple[Document, str, Item]] = field(default_factory=dict)

    @cached_property
    def project(self) -> Path:
        """The folder that paths in problems begin at."""
        return self.clinic_file.resolve().parent

    def read(self) -> Library:
        """The library as it is now on disk, with every problem of reading it."""
        problems = [problem for name in BASES for problem in catalogue(name).problems]
        facts = self._clinic(problems)
        clinic = facts.clinic
        items: dict[Key, Item] = {}
        pictures: dict[str, Path] = {}
        references: dict[str, Mapping[str, Any]] = {}
        help_lines = HelpLines()
        refused: set[Path] = set()
        kept: dict[str, tuple[str, ...]] = {}
        for root in self.roots(clinic):
            found = find_files(root, self.project)
            problems.extend(found.problems)
            refused |= found.refused
            pictures |= found.others
            for path, file in found.pages.items():
                item = self._item(file, path, clinic.languages[0])
                items[item.key] = item
            references |= self._references(root / "data" / "references.yml", problems)
            kept |= self._names(root / NAMES, problems, items)
            help_lines = self._help_lines(root / "data" / "help-lines.yml", problems) or help_lines
        for item in items.values():
            problems.extend(item.problems)
        problems.extend(name_like_sources(items, clinic.languages[0]))
        topics = {item.head.topic for item in items.values() if not item.broken}
        wrong = check_facts(facts, self.project, help_lines, topics)
        problems.extend(wrong)
        usable = clinic.logo and not any(one.rule == "logo-unusable" for one in wrong)
        return Library(
            clinic=clinic,
            items=items,
            references=references,
            help_lines=help_lines,
            languages=languages(),
            figures=catalogue("figures").things,
            pictures=pictures,
            refused=frozenset(refused),
            names=kept,
            cache=self.project / CACHE,
            logo=(self.project / clinic.logo).resolve() if usable else None,
            problems=tuple(problems),
        )

    def roots(self, clinic: Clinic) -> list[Path]:
        """The folders of content, the later standing above the earlier."""
        return [(self.project / root).resolve() for root in clinic.roots]

    def _clinic(self, problems: list[Problem]) -> ClinicFile:
        if not self.clinic_file.exists():
            return ClinicFile()
        document, data = self._data(self.clinic_file, problems)
        if document is None or data is None:
            return ClinicFile()
        file, wrong = read_clinic(document, data)
        problems.extend(wrong)
        return file

    def _item(self, file: Path, path: str, language: str) -> Item:
        document, problems = read_text(file, self.project)
        if document is None:
            return unreadable(Document(problems[0].path, file, ""), path, language, problems)
        known = self._memo.get(file)
        if known and known[0] == document and known[1] == path and identity(path, language) == known[2].key:
            return known[2]
        item = read_page(document, path, language)
        self._memo[file] = (document, path, item)
        return item

    def _data(self, file: Path, problems: list[Problem]) -> tuple[Document | None, Data | None]:
        document, unread = read_text(file, self.project)
        problems.extend(unread)
        if document is None:
            return None, None
        data = load(document, document.text)
        problems.extend(data.problems)
        return document, None if data.problems else data

    def _references(self, file: Path, problems: list[Problem]) -> dict[str, Mapping[str, Any]]:
        if not file.exists():
            return {}
        document, data = self._data(file, problems)
        if document is None or data is None:
            return {}
        entries = data.value.get("references") if isinstance(data.value, dict) else None
        if not isinstance(entries, list) or not all(isinstance(one, dict) and "id" in one for one in entries):
            hint = "Write `references:` and below it a list of entries, each with an `id`."
            problems.append(
                document.problem("references-unreadable", "This is no list of references.", 1, hint=hint)
            )
            return {}
        found: dict[str, Mapping[str, Any]] = {}
        for number, entry in enumerate(entries):
            at: tuple[str | int, ...] = ("references", number)
            places = {path[2:]: place for path, place in data.places.items() if path[:2] == at}
            key, place = str(entry["id"]), data.places.get(at, (1, 1, 0))
            checked, wrong = validate(Reference, Data(entry, places), document, f"`{key}`", "key", place)
            problems.extend(wrong)
            if key in found:
                what, hint = f"There are two entries `{key}`.", "Give one of them another `id`."
                problems.append(
                    document.problem("reference-twice", what, *places.get(("id",), place), hint=hint)
                )
            # An entry with mistakes is still there to be cited, by nothing but its key.
            found[key] = entry if checked else {"id": key, "type": "document", "title": key}
        return found

    def _help_lines(self, file: Path, problems: list[Problem]) -> HelpLines | None:
        if not file.exists():
            return None
        document, data = self._data(file, problems)
        if document is None or data is None:
            return None
        checked, wrong = validate(HelpLines, data, document, "The list of help lines", "key", (1, 1, 0))
        problems.extend(wrong)
        return checked

    def _names(
        self, file: Path, problems: list[Problem], items: Mapping[Key, Item]
    ) -> dict[str, tuple[str, ...]]:
        """The kept names by the id that their sheet has now."""
        if not file.exists():
            return {}
        document, data = self._data(file, problems)
        if document is None or data is None or data.value is None:
            return {}
        right = isinstance(data.value, dict) and all(isinstance(one, list) for one in data.value.values())
        if not right:
            hint = "Run `psychoed names`, which writes this file."
            problems.append(document.problem("names-unreadable", "This is no list of names.", 1, hint=hint))
            return {}
        ids = {id: id for id, _ in items}
        ids |= {old: item.id for item in items.values() for old in item.head.formerly}
        for id in data.value:
            if id not in ids:
                what = f"The sheet `{id}` is gone, and with it the answers saved in it."
                hint = f"Bring it back, or let it go: `psychoed names --drop {id}`."
                problems.append(document.problem("name-lost", what, *data.places[(id,)], hint=hint))
        return {ids.get(id, id): tuple(map(str, names)) for id, names in data.value.items()}

"""Generates a library of any size: the same pages at every run, in the shape that real ones have."""

import random
from pathlib import Path

from psychoed.registry import catalogue, languages

WORDS = (
    "a alarm ask back begin body breath calm care change close come day distance each ease end fear feel "
    "find floor friend gentle ground hand hear help hold home if kind know late learn leave less look "
    "loud message mind moment more morning name near need night notice often old one open other pace "
    "pause person quiet reach read rest room safe say see shoulder sign slow small soft sound stay step "
    "story talk tell thing time touch trust try turn two under wait walk want warm watch when word worry "
    "write year you "
).split()

KINDS = {"guides": 0.4, "patterns": 0.2, "skills": 0.25, "worksheets": 0.15}
"""The folders and their share of the pages."""

TOPICS = ("feelings", "relationships", "past", "children", "therapy")
REFERENCES = tuple(f"someone{number}" for number in range(20))


def write_library(project: Path, size: int) -> None:
    """Writes `size` pages with a clinic, a bibliography and help lines into the empty folder `project`."""
    draw = random.Random(size)
    ids = {
        folder: [f"{folder}/{draw.choice(WORDS)}-{number}" for number in range(max(1, round(size * share)))]
        for folder, share in KINDS.items()
    }
    # What only therapists have is linked from nowhere, so that the pages have no problem.
    hidden = [f"guides/for-therapists-{number}" for number in range(max(1, size // 20))]
    ids["guides"] = ids["guides"][: size - 1 - len(hidden) - sum(len(ids[one]) for one in list(ids)[1:])]
    _write(project / "clinic.yml", "name: A clinic\naddress: https://clinic.example/\n")
    entries = "".join(
        f"  - id: {one}\n    type: book\n    title: {_sentence(draw)}\n    publisher: Press\n"
        f"    author: [{{family: {one.capitalize()}, given: A.}}]\n    issued: {{date-parts: [[2001]]}}\n"
        for one in REFERENCES
    )
    _write(project / "data" / "references.yml", f"references:\n{entries}")
    _write(project / "data" / "help-lines.yml", HELP_LINES)
    _write(project / "docs" / "index.md", f"# Home\n\n{_paragraph(draw)}\n")
    for folder, members in ids.items():
        for id in members:
            root = project if folder == "worksheets" else project / "docs"
            body = _sheet(draw, ids) if folder == "worksheets" else _page(draw, ids, folder)
            _write(root / f"{id}.md", _head(draw, ids, folder, "client") + body)
    for id in hidden:
        _write(
            project / "docs" / f"{id}.md",
            _head(draw, ids, "guides", "therapist") + _page(draw, ids, "guides"),
        )


HELP_LINES = """regions:
  - id: here
    name: Here
    lines:
      - {id: emergency, for: [emergency], name: Emergency, call: "000"}
      - {id: talk, for: [crisis, parents], name: Talk, call: "000 00", text: "000 01"}
"""


def _head(draw: random.Random, ids: dict[str, list[str]], folder: str, audience: str) -> str:
    search = "".join(f"  - {' '.join(draw.choices(WORDS, k=4))}\n" for _ in range(10))
    relations = "".join(
        f"{one}: [{', '.join(draw.sample(ids[one], min(2, len(ids[one]))))}]\n" for one in ids
    )
    topic = "worksheets" if folder == "worksheets" else draw.choice(TOPICS)
    limits = f"not_for: {_sentence(draw)}\nstop_if: {_sentence(draw)}\nminutes: 5\n"
    limits = limits if folder == "skills" else ""
    return (
        f"---\ntitle: {' '.join(draw.choices(WORDS, k=4)).capitalize()}\nmessage: {_sentence(draw)}\n"
        f"topic: {topic}\naudience: [{audience}]\nwords:\n{search}{relations}"
        f"evidence: {{level: limited, refs: [{', '.join(draw.sample(REFERENCES, 2))}]}}\n"
        f"content_note: []\nexit: false\n{limits}---\n\n"
    )


def _titles(draw: random.Random, folder: str, count: int) -> list[str]:
    """The titles of at least `count` sections: those that the kind must have, and others."""
    kinds, strings = catalogue("kinds"), languages()["en"]
    kind = next(kinds[word] for word in kinds if kinds[word].folder == folder)
    fixed = [strings(f"section.{section}") for section in kind.sections]
    return fixed + [" ".join(draw.choices(WORDS, k=3)).capitalize() for _ in range(count - len(fixed))]


def _page(draw: random.Random, ids: dict[str, list[str]], folder: str) -> str:
    """Six sections, as a guide has: paragraphs, lists, links, and a few blocks."""
    parts = []
    for number, title in enumerate(_titles(draw, folder, 6)):
        parts.append(f"## {title}")
        parts += [_paragraph(draw), f"{_sentence(draw)} See {_link(draw, ids)} and *{draw.choice(WORDS)}*."]
        parts.append("\n".join(f"- {_sentence(draw)}" for _ in range(4)))
        if number == 2:
            parts.append(f"/// aside | {_sentence(draw)}\n{_paragraph(draw)}\n\nSee {_link(draw, ids)}.\n///")
        if number == 4:
            parts.append("/// help-lines\n    for: [emergency, crisis]\n///")
    parts.append(f"/// therapist\n{_paragraph(draw)}\n///")
    return "\n\n".join(parts) + "\n"


def _sheet(draw: random.Random, ids: dict[str, list[str]]) -> str:
    """A worksheet with ten fields."""
    parts = [
        f"## {_titles(draw, 'worksheets', 1)[0]}",
        _paragraph(draw),
        f"/// safety\n{_paragraph(draw)}\n///",
    ]
    for number in range(8):
        parts.append(f"/// lines | {_sentence(draw)}\n    name: lines_{number}\n    rows: 2\n///")
    for number in range(2):
        parts.append(
            f"/// scale | {_sentence(draw)}\n    name: scale_{number}\n    ends: [not at all, very]\n///"
        )
    parts += [f"## After\n\nSee {_link(draw, ids)}.", f"/// therapist\n{_paragraph(draw)}\n///"]
    return "\n\n".join(parts) + "\n"


def _link(draw: random.Random, ids: dict[str, list[str]]) -> str:
    return f"[{' '.join(draw.choices(WORDS, k=2))}]({draw.choice(ids[draw.choice(list(ids))])})"


def _sentence(draw: random.Random) -> str:
    return " ".join(draw.choices(WORDS, k=draw.randint(6, 14))).capitalize() + "."


def _paragraph(draw: random.Random) -> str:
    return " ".join(_sentence(draw) for _ in range(draw.randint(2, 4)))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")

"""Which files are there, and which of them must not be touched."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from psychoed.model.document import Document
from psychoed.model.problem import Problem
from psychoed.source.limits import FILE_BYTES

NAMES = "worksheets/names.yml"


@dataclass
class Found:
    """The files of one root: pages and everything else by their path as the site has it."""

    pages: dict[str, Path] = field(default_factory=dict)
    others: dict[str, Path] = field(default_factory=dict)
    refused: set[Path] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def find_files(root: Path, project: Path) -> Found:
    """The content of a root: `docs/` as the site has it, `worksheets/` beside it.

    A link that leaves these folders is refused, since the site generator would publish what lies behind it.
    """
    found = Found()
    for folder, prefix in ((root / "docs", ""), (root / "worksheets", "worksheets/")):
        for file in _walk(folder, found, project):
            path = prefix + file.relative_to(folder).as_posix()
            if path == NAMES:
                continue  # for the next check, not for readers
            if file.suffix == ".md":
                if path in found.pages:
                    what = f"This page has the address of `{shown(found.pages[path], project)}`."
                    hint = "Rename or remove one of them."
                    found.problems.append(_problem(file, project, "address-twice", what, hint))
                    continue
                found.pages[path] = file
            else:
                found.others[path] = file
    return found


def _walk(folder: Path, found: Found, project: Path) -> Iterator[Path]:
    for at, folders, names in os.walk(folder):
        here = Path(at)
        for name in sorted(names + [one for one in folders if (here / one).is_symlink()]):
            file = here / name
            if name.startswith("."):
                continue
            if file.is_symlink() and not _stays(file, folder):
                what = "This link leads out of the folder, so it was left out."
                if not file.exists():
                    what = "This link leads to nothing, so it was left out."
                hint = "Put a copy of the file in its place."
                found.problems.append(_problem(file, project, "link-out", what, hint))
                found.refused.add(file)
                continue
            yield file
        folders[:] = sorted(
            one for one in folders if not one.startswith(".") and not (here / one).is_symlink()
        )


def _stays(file: Path, folder: Path) -> bool:
    """Whether a link is to a file within the folder. A link to a folder is not: it could run in a circle."""
    real = file.resolve()
    return real.is_file() and real.is_relative_to(folder.resolve())


def read_text(file: Path, project: Path) -> tuple[Document | None, list[Problem]]:
    """The document, or why it cannot be read."""
    path = shown(file, project)
    try:
        size = file.stat().st_size
        raw = file.read_bytes() if size <= FILE_BYTES else b""
    except OSError as error:
        what = f"This file cannot be read: {error.strerror or error}."
        return None, [
            Document(path, file, "").problem("file-unreadable", what, hint="Check its permissions.")
        ]
    if size > FILE_BYTES:
        what = f"This file has {size:,} bytes; more than {FILE_BYTES:,} are not read."
        hint = "Write several files. Text alone is never this long: pictures belong into files of their own."
        return None, [Document(path, file, "").problem("file-too-large", what, hint=hint)]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, column = (
            before.count(b"\n") + 1,
            len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1,
        )
        document = Document(
            path, file, raw.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
        )
        what = f"This is not UTF-8: the byte 0x{raw[error.start]:02X} means nothing there."
        hint = "Save the file again with the encoding UTF-8."
        return None, [document.problem("not-utf-8", what, line, column, 1, hint)]
    return Document(path, file, text.replace("\r\n", "\n").replace("\r", "\n")), []


def shown(file: Path, project: Path) -> str:
    """The path as authors know it: from the project, with forward slashes."""
    return file.relative_to(project).as_posix() if file.is_relative_to(project) else file.as_posix()


def _problem(file: Path, project: Path, rule: str, what: str, hint: str) -> Problem:
    return Document(shown(file, project), file, "").problem(rule, what, hint=hint)

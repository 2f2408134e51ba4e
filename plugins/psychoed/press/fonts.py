"""The faces that paper is set in: static and Latin only, cut from a package when they are first needed.

A whole face is embedded with every text field, so the cut makes a sheet several times smaller; and a private
fontconfig file without the system's folders makes the bytes of a PDF the same on every machine.
"""

import hashlib
import importlib.metadata
import os
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

FAMILY = "Source Sans Pro"
FACES = ("Regular", "It", "Bold")
# No ligatures: the glyph of "ff" stands for no character of its own, and a reader would hear "cut o".
FEATURES = ("kern", "locl")
# Latin with its accents, punctuation, currency, arrows, and the marks that sheets use.
CHARACTERS = (
    *range(0x20, 0x7F), *range(0xA0, 0x250), 0x2010, 0x2011, *range(0x2012, 0x2027), 0x202F, 0x2032, 0x2033,
    0x2039, 0x203A, 0x20AC, 0x2122, *range(0x2190, 0x2194), 0x2212, 0x2260, 0x2264, 0x2265, 0x25CB, 0x2713,
)  # fmt: skip


@cache
def version() -> str:
    """A digest of what the cut faces depend on."""
    packages = [importlib.metadata.version(name) for name in ("font-source-sans-pro", "fonttools")]
    return hashlib.sha256(repr((FACES, CHARACTERS, FEATURES, packages)).encode()).hexdigest()[:16]


def cut_faces(cache_folder: Path) -> Path:
    """The folder with the cut faces and their `fonts.conf`, made if it is not there yet."""
    folder = cache_folder / f"fonts-{version()}"
    config = folder / "fonts.conf"
    if not config.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for face in FACES:
            _cut(face, folder / f"{face}.ttf")
        _write(
            config,
            f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{folder}</dir>'
            f"<cachedir>{folder}</cachedir></fontconfig>".encode(),
        )
    return config


def _cut(face: str, target: Path) -> None:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    with as_file(files("font_source_sans_pro") / "files" / f"SourceSansPro-{face}.ttf") as file:
        font = TTFont(file, recalcTimestamp=False)
    cutter = subset.Subsetter(subset.Options(hinting=False, layout_features=list(FEATURES)))
    cutter.populate(unicodes=CHARACTERS)
    cutter.subset(font)
    part = target.with_suffix(f".{os.getpid()}")
    font.save(part)
    part.replace(target)


def _write(target: Path, content: bytes) -> None:
    part = target.with_suffix(f".{os.getpid()}")
    part.write_bytes(content)
    part.replace(target)

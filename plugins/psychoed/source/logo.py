"""Whether a file can be the clinic's logo: a picture of the project that runs and fetches nothing."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

PNG = b"\x89PNG\r\n\x1a\n"


def faults(file: Path, project: Path, written: str) -> Iterator[tuple[str, str]]:
    """What is wrong with it and a hint, each time. `written` is the path as it stands in `clinic.yml`."""
    if not file.resolve().is_relative_to(project.resolve()):
        yield f"The logo `{written}` lies outside the project.", "Put a copy of it beside `clinic.yml`."
    elif not file.is_file():
        yield f"There is no file `{written}`.", "Write the path of the logo, seen from `clinic.yml`."
    elif file.suffix.lower() == ".png":
        with file.open("rb") as png:
            if png.read(len(PNG)) != PNG:
                yield f"`{written}` is no PNG picture, whatever its name says.", "Save it again as PNG."
    elif file.suffix.lower() == ".svg":
        yield from _svg_faults(file.read_bytes(), written)
    else:
        yield f"`{written}` is neither an SVG nor a PNG file.", "Save the logo as SVG, which prints best."


def _svg_faults(raw: bytes, written: str) -> Iterator[tuple[str, str]]:
    hint = "A logo may hold shapes only. Save it from a drawing program as plain SVG."
    if b"<!ENTITY" in raw:  # it could stand for anything, and a few of them for gigabytes
        yield f"`{written}` declares entities.", hint
        return
    try:
        root = ElementTree.fromstring(raw)
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        yield f"`{written}` cannot be read as SVG: {error}.", hint
        return
    if _local(root.tag) != "svg":
        yield f"`{written}` is no SVG picture, whatever its name says.", hint
        return
    said = dict.fromkeys(fault for element in root.iter() for fault in _element_faults(element))
    if said:
        yield f"`{written}` {', '.join(said)}.", hint


def _element_faults(element: "ElementTree.Element[str]") -> Iterator[str]:
    name = _local(element.tag)
    if name in {"script", "foreignobject", "iframe", "embed", "object"}:
        yield f"holds `<{name}>`"
    for attribute, value in element.attrib.items():
        key = _local(attribute)
        if key.startswith("on"):
            yield f"runs something: `{key}`"
        elif key in {"href", "src"} and not re.match(r"\s*(#|data:image/(png|jpeg|gif);)", value):
            yield f"leads elsewhere: `{key}`"
        elif _fetches(value):
            yield f"fetches something from elsewhere: `{key}`"
    if name == "style" and _fetches(element.text or ""):
        yield "fetches something from elsewhere: `<style>`"


def _fetches(css: str) -> bool:
    """Whether a style takes something from outside the file itself."""
    return bool(re.search(r"@import|url\(\s*['\"]?(?!\s*['\"]?(#|data:))", css, re.I))


def _local(name: object) -> str:
    """The name without its namespace; a comment has none."""
    return name.rpartition("}")[2].lower() if isinstance(name, str) else ""

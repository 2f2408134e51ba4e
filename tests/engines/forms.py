"""What the engines are compared by: the HTML of a sheet's form and of its fields, byte for byte."""

import os
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

SHEETS = ("worksheets/mind-check", "worksheets/hard-words")

Fields = dict[str, list[bytes]]
"""Sheet by sheet, its fields."""


def run(*command: object, cwd: Path) -> str:
    """Runs an engine quietly and returns what it said; where it fails, the test shows that."""
    env = dict(os.environ, NO_MKDOCS_2_WARNING="1")
    for name in ("PSYCHOED_EDITION", "PSYCHOED_LANGUAGE"):
        env.pop(name, None)  # they would change what mkdocs.yml builds
    done = subprocess.run(
        [*map(str, command)],
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, f"{command} ended with {done.returncode}:\n{done.stdout}"
    return done.stdout


def forms_of(site: Path) -> dict[str, bytes]:
    """What stands inside the one form of every sheet of a built site.

    White space at its two ends is left out: there it is the theme's, whose template the form stands in.
    """
    return {sheet: form((site / f"{sheet}.html").read_bytes()).strip() for sheet in SHEETS}


def form(html: bytes) -> bytes:
    """What stands inside the one form of a page that is ours. A theme has its own, for its search."""
    before, begin, rest = html.partition(b'<form class="psychoed-form" autocomplete="off">')
    inside, _, after = rest.partition(b"</form>")
    assert begin
    assert b"psychoed-form" not in before + after
    return inside


def fields_of(site: Path) -> Fields:
    """The fields of every sheet of a built site."""
    return {sheet: fields((site / f"{sheet}.html").read_bytes()) for sheet in SHEETS}


def fields(html: bytes) -> list[bytes]:
    """Every field of a page, in order and as it is written there."""
    begins = re.finditer(rb'<(div|fieldset) class="psychoed-field[ "]', html)
    found = [_element(html, begin) for begin in begins]
    # Nothing to fill in lies outside of what is compared.
    control = re.compile(rb'<(?:input|textarea|select)\b[^>]* name="(?:mind_check|hard_words)_')
    assert len(control.findall(html)) == sum(len(control.findall(one)) for one in found) > 0
    return found


def _element(html: bytes, begin: re.Match[bytes]) -> bytes:
    """The element that begins there, up to its own end."""
    depth = 0
    for tag in re.compile(rb"<(/?)" + begin[1] + rb"\b[^>]*>").finditer(html, begin.start()):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return html[begin.start() : tag.end()]
    raise AssertionError(f"This has no end: {html[begin.start() :][:200]!r}")


def addresses(html: str) -> list[tuple[str, str]]:
    """Every address on a page, each with the tag that it stands in."""
    reader = _Addresses()
    reader.feed(html)
    reader.close()
    return reader.found


class _Addresses(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        wanted = ("src", "srcset", "href", "action", "data", "poster")
        self.found += [(tag, value or "") for name, value in attrs if name in wanted]

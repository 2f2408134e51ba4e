"""The words that a glossary explains, and where a text uses them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Term:
    """A word with its plain meaning.

    `names` are the lines above the meaning as written: the term, then its other forms. `anchor` is where it
    stands on the page of the glossary, `line` the line of the first name.
    """

    names: tuple[str, ...]
    meaning: str
    anchor: str
    line: int


@dataclass(frozen=True)
class Glossary:
    """The terms of one language, as one readership sees them. `page` is the id of the item that has them."""

    page: str = ""
    terms: tuple[Term, ...] = ()

    def uses(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, Term, str]]:
        """(start, end, term, its name there) of every use between two characters.

        The longest form wins. Words are whole.
        """
        if self._by_form:
            for found in self._pattern.finditer(text, start, end):
                if known := self._by_form.get(key_of(found[0])):
                    yield found.start(), found.end(), *known

    @cached_property
    def _by_form(self) -> dict[str, tuple[Term, str]]:
        return {key_of(form_of(name)): (term, name) for term in self.terms for name in term.names}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Every form in one expression, grouped by first letter so that other letters are passed over fast.

        A hyphen belongs to its word, an underscore to Markdown. Addresses and `{…}` are taken whole, as what
        no form is.
        """
        rests: dict[str, list[str]] = defaultdict(list)
        for form in sorted(self._by_form, key=len, reverse=True):
            rest = r"\s+".join(map(re.escape, form[1:].split(" ")))
            for letter in sorted({form[0], form[0].upper()}):
                rests[letter].append(rest)
        groups = "|".join(
            rf"{letter}(?<![^\W_]{letter})(?<!-{letter})(?:{'|'.join(found)})(?![^\W_]|-)"
            for letter, found in ((re.escape(one), found) for one, found in rests.items())
        )
        return re.compile(rf"(?:https?:|www\.|[\w.]+@)\S+|\{{[^{{}}\n]*\}}|{groups}")


def form_of(name: str) -> str:
    """What is looked for in texts. Brackets behind it, as in `resistant (children)`, say of whom."""
    return re.sub(r"\s*\([^()]*\)$", "", name) or name


def key_of(form: str) -> str:
    """What two uses of a form have in common: a sentence may begin with it, or a line break stand in it."""
    words = " ".join(form.split())
    return words[:1].lower() + words[1:]

"""An entry of the bibliography, in the names of CSL (https://docs.citationstyles.org)."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field

from psychoed.model.checked import Checked


class _Csl(Checked):
    """Keys of several words are written with a hyphen, as CSL has them."""

    model_config = ConfigDict(alias_generator=lambda name: name.replace("_", "-"))


def _key(value: str) -> str:
    if not re.fullmatch(r"\w[\w:.+-]*", value):
        raise ValueError("letters, digits, `_` and `-`, with no space")
    return value


Number = int | str


class Person(_Csl):
    """Someone with a family name and given names, or a body with its `literal` name."""

    family: str = ""
    given: str = ""
    suffix: str = ""
    dropping_particle: str = ""
    non_dropping_particle: str = ""
    literal: str = ""


class Day(_Csl):
    """`date-parts: [[2015]]`, or with month and day."""

    date_parts: Annotated[
        tuple[Annotated[tuple[int, ...], Field(min_length=1, max_length=3)], ...],
        Field(min_length=1, max_length=2),
    ]


class Custom(_Csl):
    """What we know of the entry itself, told wherever it is listed."""

    verified: bool = True
    unverified: str = ""
    authors_incomplete: bool = False
    editors_incomplete: bool = False
    title_incomplete: bool = False


class Reference(_Csl):
    """One work. `id` is what authors cite it by."""

    id: Annotated[str, AfterValidator(_key)]
    type: Literal[
        "article", "article-journal", "article-magazine", "article-newspaper", "book", "chapter", "dataset",
        "document", "entry", "entry-encyclopedia", "manuscript", "pamphlet", "paper-conference", "report",
        "review", "software", "speech", "standard", "thesis", "webpage",
    ]  # fmt: skip
    title: str
    author: tuple[Person, ...] = ()
    editor: tuple[Person, ...] = ()
    translator: tuple[Person, ...] = ()
    issued: Day | None = None
    original_date: Day | None = None
    accessed: Day | None = None
    container_title: str = ""
    collection_title: str = ""
    publisher: str = ""
    publisher_place: str = ""
    edition: Number = ""
    volume: Number = ""
    issue: Number = ""
    number: Number = ""
    page: Number = ""
    genre: str = ""
    medium: str = ""
    status: str = ""
    version: Number = ""
    language: str = ""
    DOI: str = ""
    ISBN: str = ""
    URL: str = ""
    note: str = ""
    custom: Custom = Custom()

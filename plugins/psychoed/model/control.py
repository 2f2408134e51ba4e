"""What a person fills in. A field yields controls; page, PDF and e-book draw controls and know no field."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One line of writing. `length` is a class of width: short, medium or full."""

    name: str
    label: str
    help: str = ""
    length: str = "full"


@dataclass(frozen=True)
class Area:
    """Several lines of writing. `rows` is their number on paper."""

    name: str
    label: str
    rows: int
    help: str = ""


@dataclass(frozen=True)
class Option:
    """One answer of a choice: what is stored, and what is read."""

    value: str
    label: str


@dataclass(frozen=True)
class Choice:
    """Answers to choose from: one of them, or `many`. `ends` are the words at both ends of a scale."""

    name: str
    label: str
    options: tuple[Option, ...]
    many: bool = False
    ends: tuple[str, str] | None = None
    help: str = ""


Control = Line | Area | Choice

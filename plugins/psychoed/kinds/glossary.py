"""The glossary."""

from typing import ClassVar

from psychoed.model.protocols import Kind


class Glossary(Kind):
    """The glossary: words and their meaning. It is one page, `glossary.md`.

    A term stands on a line, its meaning below it behind a colon. Other forms of the term, such as its plural,
    have lines of their own between them. Brackets at the end of a line say of whom the word is said; they are
    shown, and not looked for. An empty line ends the meaning.

    ```markdown
    ---
    title: Words and their meaning
    message: Short, plain meanings.
    ---

    secure base
    secure bases
    : a person you can explore from

    dismissive-avoidant (adults)
    : lower worry, higher avoidance
    ```

    On every other page the first use of a term can be tapped, and tells its meaning there. Headings, links
    and safety boxes stay as they are, and so do the home page and the help page. A page whose title has the
    term explains it itself.
    """

    only: ClassVar = "glossary"
    has_terms: ClassVar = True

    title: str
    message: str

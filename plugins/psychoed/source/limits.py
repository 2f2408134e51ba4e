"""How much is too much, in one place: beyond these, a mistake is likelier than a meaning.

They keep a build from hanging on a file that is no page; what people write and fill in stays far below.
"""

FILE_BYTES = 1_000_000
"""Of one file of text. A long guide has some 30,000, a book of 300 pages some 600,000."""

FIELDS = 500
"""Places to write or tick on one sheet. A long questionnaire has some 100."""

BLOCKS_DEEP = 8
"""Blocks within blocks."""

MARKDOWN_DEEP = 12
"""Lists and quotes within each other, and each entry of a list. Markdown readers stop at some 20, unseen."""

YAML_DEEP = 20
"""Lists and keys within each other."""

NUMBER = 10**15
"""The largest number that YAML may hold."""

"""One Markdown for pages and paper: a fixed list of extensions, and what hosts are told of it."""

import re
from typing import Any

from markdown import Markdown

EXTENSIONS: dict[str, dict[str, Any]] = {
    "attr_list": {},
    "def_list": {},
    "fenced_code": {},
    "footnotes": {},
    "md_in_html": {},
    "sane_lists": {},
    # Alignment as an attribute: a strict content policy leaves no room for `style=`.
    "tables": {"use_align_attribute": True},
    "toc": {},
}
"""Extension by extension, its options. A host may add others for its own pages."""


def to_html(markdown: str) -> str:
    """The HTML of lowered Markdown."""
    return Markdown(extensions=list(EXTENSIONS), extension_configs=EXTENSIONS).convert(markdown)


def escape_markdown(text: str) -> str:
    """Text that Markdown must not read as markup."""
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", text)

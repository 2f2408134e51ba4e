"""The Python-Markdown extension: fields and blocks in any page of any host that runs Python-Markdown."""

import logging
import sys
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from psychoed.model.document import Document
from psychoed.model.item import Item
from psychoed.model.library import Edition, Library
from psychoed.registry import catalogue, languages
from psychoed.render.addresses import Addresses
from psychoed.render.lower import lower
from psychoed.render.prose import EXTENSIONS
from psychoed.source.body import read_body

LOG = logging.getLogger("mkdocs.plugins.psychoed.markdown")


class AsWritten(Addresses):
    """The host leads links on; a text alone knows no library."""

    def link(self, near: Item, target: str) -> str | None:
        """The target itself."""
        return target

    def to_item(self, near: Item, id: str) -> str:
        """The id itself."""
        return id

    def to_file(self, near: Item, path: str) -> str:
        """The path itself."""
        return path


class Lower(Preprocessor):
    """Rewrites the text of a page before anything else of Markdown sees it."""

    def __init__(self, md: Markdown, edition: str, language: str, page: str) -> None:
        super().__init__(md)
        self.edition = edition
        self.language = language
        self.page = page

    def run(self, lines: list[str]) -> list[str]:
        """The lowered lines. Problems are logged; a text with one shows a box in place of a form."""
        path = self.page or _zensical_path(self.md) or "page.md"
        document = Document(path, Path(path), "\n".join(lines))
        body = read_body(document, 1, sheet=True, language=self.language)
        for problem in body.problems:
            LOG.warning("%s", problem)
        library = Library(languages=languages(), figures=catalogue("figures").things)
        item = Item(
            id=path.removesuffix(".md"),
            language=self.language,
            kind="worksheet",
            document=document,
            head=catalogue("kinds")["worksheet"].model_construct(),
            body=body.nodes,
            broken=bool(body.problems),
        )
        edition = Edition(library, self.edition, self.language, languages()[self.language])
        return lower(item, edition, AsWritten(edition)).split("\n")


class PsychoedExtension(Extension):
    """`markdown_extensions: [psychoed]`. Options: edition, language, page (the path of the page)."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "edition": ["public", "public or therapist"],
            "language": ["en", "the language of the page"],
            "page": ["", "the path of the page, where the host does not tell it"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Python-Markdown calls
        """Registers the lowering first of all: at 40, before white space (30), code (25) and HTML (20)."""
        known = [name for name in EXTENSIONS if name in ("attr_list", "md_in_html", "tables")]
        md.registerExtensions(known, {name: EXTENSIONS[name] for name in known})
        lowering = Lower(md, self.getConfig("edition"), self.getConfig("language"), self.getConfig("page"))
        md.preprocessors.register(lowering, "psychoed", 40)


def _zensical_path(md: Markdown) -> str:
    """The path of the page while Zensical renders it; empty under any other host."""
    context = sys.modules.get("zensical.extensions.context")
    found = context and context.ContextPreprocessor.from_markdown(md)
    return found.page.path if found else ""

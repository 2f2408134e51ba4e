"""One press: fonts and style sheets are read once, then page after page is printed."""

import hashlib
import inspect
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from psychoed.model.protocols import OutputError
from psychoed.press.finisher import finish
from psychoed.press.fonts import cut_faces
from psychoed.press.fonts import version as fonts_version

OPTIONS: dict[str, Any] = {"pdf_variant": "pdf/ua-1", "pdf_forms": True}


class PressError(OutputError):
    """What the engine could not print, in its own words."""


@dataclass
class Press:
    """Prints HTML as tagged, fillable PDF (PDF/UA-1).

    `project` holds every file that a page may use: nothing else is read, and nothing comes from a network.
    One press belongs to one thread.
    """

    cache_folder: Path
    project: Path
    _engine: Any = field(default=None, repr=False)

    def pdf(self, html: str, css: str) -> bytes:
        """The bytes of the PDF. Whatever the engine complains of is an error: text might be missing."""
        with _complaints() as complaints:
            printed = self._print(html, css)
        if complaints:
            raise PressError("; ".join(complaints).replace(f"{self.project.as_uri()}/", ""))
        return printed

    def _print(self, html: str, css: str) -> bytes:
        os.environ["FONTCONFIG_FILE"] = str(cut_faces(self.cache_folder))
        os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
        try:
            import weasyprint
        except OSError as error:
            raise PressError(f"Pango, which WeasyPrint needs, could not be loaded: {error}") from error
        from weasyprint.text.fonts import FontConfiguration

        if self._engine is None:
            self._engine = (FontConfiguration(), {})
        fonts, sheets = self._engine
        if css not in sheets:
            sheets[css] = weasyprint.CSS(string=css, font_config=fonts)
        page = weasyprint.HTML(string=html, base_url=f"{self.project.as_uri()}/", url_fetcher=self._fetcher())
        document = page.render(font_config=fonts, stylesheets=[sheets[css]], **OPTIONS)
        printed: bytes = document.write_pdf(finisher=finish, **OPTIONS)
        return printed

    def _fetcher(self) -> Any:
        from weasyprint.urls import URLFetcher

        project = self.project.resolve()

        class ProjectFetcher(URLFetcher):  # type: ignore[misc]
            """Files of the project and data in the page itself."""

            def fetch(self, url: str, headers: Any = None) -> Any:
                from urllib.request import url2pathname

                if url.startswith("file:"):
                    file = Path(url2pathname(url.partition("?")[0].removeprefix("file://"))).resolve()
                    if not file.is_relative_to(project):
                        raise ValueError(f"{url} lies outside the project")
                return super().fetch(url, headers)

        return ProjectFetcher(allowed_protocols=["file", "data"])


@cache
def engine_version() -> str:
    """What a printed PDF depends on besides its HTML and CSS."""
    try:
        versions = [f"{name} {version(name)}" for name in ("weasyprint", "pydyf")]
        fonts = fonts_version()
    except PackageNotFoundError as error:
        raise PressError(f"{error.name} is not installed; `pip install psychoed[pdf]` brings it") from error
    finisher = hashlib.sha256(inspect.getsource(inspect.getmodule(finish) or finish).encode()).hexdigest()
    return "; ".join([*versions, fonts, finisher, repr(OPTIONS)])


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collects what WeasyPrint logs as a warning or worse."""
    found: list[str] = []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    logger, handler = logging.getLogger("weasyprint"), Collect(logging.WARNING)
    before = logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield found
    finally:
        logger.removeHandler(handler)
        logger.propagate = before

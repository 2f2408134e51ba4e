"""The plugin `psychoed/worksheets`: what people carry away, first of all each sheet as a PDF."""

import posixpath
import re

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from psychoed.hosts.mkdocs.library import library_of
from psychoed.hosts.mkdocs.log import LOG, log_problems
from psychoed.model.library import CACHE
from psychoed.model.protocols import Artifact, OutputError
from psychoed.outputs import failed, plan, sheet_of
from psychoed.press.store import Store
from psychoed.press.weasy import Press
from psychoed.render.forms import draw_template


class WorksheetsConfig(Config):
    """No options yet."""


class WorksheetsPlugin(BasePlugin[WorksheetsConfig]):
    """Announces what the outputs plan when files are gathered, so that links are checked; makes it later."""

    def __init__(self) -> None:
        self._planned: list[tuple[Artifact, File]] = []
        self._press: Press | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Stops early where the library is missing."""
        library_of(config, "psychoed/worksheets")
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Announces each artifact at its path."""
        library = library_of(config, "psychoed/worksheets")
        project = library.reader.project
        if self._press is None or self._press.project != project:
            self._press = Press(project / CACHE, project)
        store = Store(project / CACHE)
        self._planned = []
        try:
            artifacts = plan(library.edition, press=self._press)
        except OutputError as error:
            raise PluginError(f"psychoed/worksheets: {error}.") from error
        for artifact in artifacts:
            file = File.generated(config, artifact.path, abs_src_path=str(store.place(artifact)))
            files.append(file)
            self._planned.append((artifact, file))
            if sheet := sheet_of(artifact):
                library.prints[sheet] = artifact.path
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Makes what is not in the store. What fails is taken back, and its links say so."""
        library = library_of(config, "psychoed/worksheets")
        store = Store(library.reader.project / CACHE)
        printed = 0
        for artifact, file in self._planned:
            try:
                printed += store.fetch(artifact)[1]
            except OutputError as error:
                files.remove(file)
                log_problems([failed(artifact, error)], config.strict)
                what = library.edition.strings("sheet.missing" if sheet_of(artifact) else "output.missing")
                box = draw_template("output-missing.html", what=what).strip()
                for page_file in files.documentation_pages():
                    if page_file.page:
                        _unlink(page_file.page, file, box)
        LOG.info("Sheets: %s printed, %s unchanged.", printed, len(self._planned) - printed)
        return env


def _unlink(page: Page, target: File, box: str) -> None:
    """Puts the box in place of every link from the page to the file."""

    def replace(link: re.Match[str]) -> str:
        address = posixpath.normpath(posixpath.join(posixpath.dirname(page.file.dest_uri), link[1]))
        return box if address == target.dest_uri else link[0]

    page.content = re.sub(r'<a\b[^>]*\bhref="([^"]*)"[^>]*>.*?</a>', replace, page.content or "", flags=re.S)

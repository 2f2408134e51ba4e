"""The plugin `psychoed/library`: MkDocs gets its pages from the checked library."""

import posixpath
import re
from pathlib import Path
from typing import Any, Literal

from markupsafe import escape
from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from psychoed.check import check
from psychoed.hosts.mkdocs.clinic import announce, name_logo
from psychoed.hosts.mkdocs.log import log_problems
from psychoed.model.library import Edition, Library
from psychoed.registry import languages
from psychoed.render.page import file_text, menu
from psychoed.render.prose import EXTENSIONS
from psychoed.source.reader import Reader

THEME = Path(__file__).parent / "theme"


class LibraryConfig(Config):
    """Options about hosting only: everything about content is in `clinic.yml`."""

    clinic = option.Type(str, default="clinic.yml")
    """The clinic's file, from the folder of mkdocs.yml. Its folder is the project."""

    edition = option.Choice(("public", "therapist"), default="public")
    """Whose site this is."""

    language = option.Type(str, default="")
    """The language of this site; the clinic's first unless it is given."""


class LibraryPlugin(BasePlugin[LibraryConfig]):
    """Owns the library: `edition` is what this build shows, `prints` has the path of each sheet's PDF."""

    reader: Reader
    library: Library
    edition: Edition

    def __init__(self) -> None:
        self.prints: dict[str, str] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Defined so that MkDocs keeps this instance, and with it the files already read."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Finds the clinic and tells MkDocs which Markdown we write."""
        clinic_file = Path(config.config_file_path or "mkdocs.yml").resolve().parent / self.config.clinic
        if getattr(self, "reader", None) is None or self.reader.clinic_file != clinic_file:
            self.reader = Reader(clinic_file)
        for name, options in EXTENSIONS.items():
            if name not in config.markdown_extensions:
                config.markdown_extensions.append(name)
            config.mdx_configs[name] = {**options, **(config.mdx_configs.get(name) or {})}
        # Behind the site's own folder, so that an adopter's templates keep the last word.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        if "assets/psychoed.css" not in config.extra_css:
            config.extra_css.insert(0, "assets/psychoed.css")
        if self.config.language:
            if self.config.language not in languages():
                known = ", ".join(languages())
                raise PluginError(
                    f"psychoed/library: there is no language `{self.config.language}`. There is: {known}."
                )
            if "language" in config.theme:
                config.theme["language"] = self.config.language
        return config

    @event_priority(100)  # first: no other plugin may see a page before it is filtered
    def _read(self, files: Files, config: MkDocsConfig) -> Files:
        self.library = self.reader.read()
        log_problems(check(self.library), config.strict)
        language = self.config.language or self.library.clinic.languages[0]
        self.edition = self.library.edition(self.config.edition, language)
        self.prints = {}
        ours = {str(item.document.file) for item in self.library.items.values()}
        refused = {str(file) for file in self.library.refused}
        for file in list(files):
            source = file.abs_src_path or ""
            out = any(source == one or source.startswith(f"{one}/") for one in refused)
            if out or source in ours or file.src_uri in self.edition.hidden_pictures:
                files.remove(file)
        for path, source_file in self.library.pictures.items():
            if path not in self.edition.hidden_pictures and files.get_file_from_path(path) is None:
                files.append(File.generated(config, path, abs_src_path=str(source_file)))
        announce(self.edition, files, config)
        if not config.nav:
            config.nav = menu(self.edition)
        else:
            config.nav = _known(config.nav, {f"{id}.md" for id in self.edition.items}, self.library)
        return files

    @event_priority(-50)  # after the outputs have said what they will make, so that pages can link to it
    def _write(self, files: Files, config: MkDocsConfig) -> Files:
        for item in self.edition.items.values():
            text = file_text(item, self.edition, self.prints.get(item.id))
            file = File.generated(config, f"{item.id}.md", content=text)
            # A generated file has neither; `edit this page` and the watcher live by them.
            file.abs_src_path = str(item.document.file)
            file.edit_uri = self._edit_uri(item.document.path, config)
            files.append(file)
        return files

    on_files = CombinedEvent(_read, _write)

    def _edit_uri(self, path: str, config: MkDocsConfig) -> str | None:
        """The source as seen from `docs/`, which `edit_uri` in mkdocs.yml points at."""
        docs = Path(config.docs_dir)
        if not docs.is_relative_to(self.reader.project):
            return None
        return posixpath.relpath(path, docs.relative_to(self.reader.project).as_posix())

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """A sheet is one form: only inside a form does paper know the labels of its fields."""
        if page.meta.get("psychoed_form"):
            return f'<form class="psychoed-form" autocomplete="off">\n{html}\n</form>'
        return html

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Names what Material leaves without a name."""
        return self._named(output)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for pages that have no Markdown, such as 404.html."""
        return self._named(output_content)

    def _named(self, html: str) -> str:
        """The search of Material 9.8 is a dialog without a name: a screen reader would say only "dialog"."""
        html = name_logo(html, self.library.logo, self.library.clinic.name)
        name = escape(self.edition.strings("search.title"))
        return re.sub(
            r'(<div class="md-search"[^>]*role="dialog")(?![^>]*aria-label)', rf'\1 aria-label="{name}"', html
        )

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watches what lies beside `docs/`."""
        server.watch(str(self.reader.clinic_file))
        if self.library.logo:
            server.watch(str(self.library.logo))
        for root in self.reader.roots(self.library.clinic):
            for folder in ("docs", "worksheets", "data"):
                if (root / folder).is_dir() and str(root / folder) != config.docs_dir:
                    server.watch(str(root / folder))
        return server


def library_of(config: MkDocsConfig, plugin: str) -> LibraryPlugin:
    """The library plugin that the other plugins ask. One clear error where it is missing."""
    found = config.plugins.get("psychoed/library")
    if not isinstance(found, LibraryPlugin):
        raise PluginError(f"{plugin} needs the plugin psychoed/library: add it to `plugins` in mkdocs.yml.")
    return found


def _known(nav: list[Any], shown: set[str], library: Library) -> list[Any]:
    """The site's own menu without the pages that this edition does not have."""
    hidden = {f"{id}.md" for id in library.ids} - shown

    def keep(entry: Any) -> Any:
        if isinstance(entry, dict):
            kept = {title: keep(value) for title, value in entry.items()}
            return {title: value for title, value in kept.items() if value is not None} or None
        if isinstance(entry, list):
            return [one for one in map(keep, entry) if one is not None] or None
        return None if entry in hidden else entry

    return keep(nav) or []

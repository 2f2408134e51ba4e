"""Writes an edition as a folder of plain Markdown, PDFs and a template, for hosts that run no plugin."""

import json
import shutil
from importlib.resources import as_file, files
from pathlib import Path

from psychoed.model.library import CACHE, Edition
from psychoed.model.problem import Problem
from psychoed.model.protocols import OutputError
from psychoed.outputs import failed, plan, sheet_of
from psychoed.press.store import Store
from psychoed.press.weasy import Press
from psychoed.render.clinic import footer, logo_path, site_css
from psychoed.render.forms import draw_template
from psychoed.render.moved import moved_pages
from psychoed.render.page import file_text, generated_texts, menu
from psychoed.render.prose import EXTENSIONS

SIGN = "# Made by psychoed stage: it is made anew, and what is changed here is lost."


def stage(edition: Edition, project: Path, target: Path) -> tuple[str, list[Problem]]:
    """Fills `target` with `docs/`, `overrides/` and an `mkdocs.yml`. Says what it wrote, and what is missing.

    The folder is made anew beside its place and moved there whole. A folder that is not ours is left alone:
    FileExistsError.
    """
    target = target.resolve()
    if target.exists() and not _ours(target):
        raise FileExistsError(f"{target} holds other files. Name a folder that is not there yet")
    cache = project / CACHE
    store = Store(cache)
    part = target.with_name(f"{target.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    docs = part / "docs"
    docs.mkdir(parents=True)
    prints = {}
    problems: list[Problem] = []
    for artifact in plan(edition, press=Press(cache, project)):
        try:
            _copy(store.fetch(artifact)[0], docs / artifact.path)
        except OutputError as error:
            problems.append(failed(artifact, error))
            continue
        if sheet := sheet_of(artifact):
            prints[sheet] = artifact.path
    for item in edition.items.values():
        _write(docs / f"{item.id}.md", file_text(item, edition, prints.get(item.id)))
    for path, text in generated_texts(edition).items():
        _write(docs / path, text)
    for path, html in moved_pages(edition):
        _write(docs / path, html)
    for path, file in edition.library.pictures.items():
        if path not in edition.hidden_pictures:
            _copy(file, docs / path)
    with as_file(files("psychoed.hosts.mkdocs") / "theme" / "assets") as assets:
        shutil.copytree(assets, docs / "assets", dirs_exist_ok=True)
    css = site_css(edition.library.clinic)
    if css:
        _write(docs / "assets" / "clinic.css", css)
    logo = edition.library.logo
    if logo:
        _copy(logo, docs / logo_path(logo))
    _write(part / "overrides" / "main.html", _TEMPLATE)
    settings = draw_template(
        "stage.yml",
        sign=SIGN,
        name=json.dumps(edition.library.clinic.name or "psychoed"),
        language=edition.language,
        logo=logo_path(logo) if logo else "",
        css=["assets/psychoed.css", *(["assets/clinic.css"] if css else [])],
        copyright=json.dumps(footer(edition)),
        extensions={name: json.dumps(options) for name, options in EXTENSIONS.items()},
        nav=json.dumps(menu(edition)),
    )
    _write(part / "mkdocs.yml", settings + "\n")
    shutil.rmtree(target, ignore_errors=True)
    part.rename(target)
    return f"{len(edition.items)} pages and {len(prints)} PDFs are in {target}.", problems


def _ours(target: Path) -> bool:
    """Whether the folder was made here, or holds nothing that could be lost."""
    settings = target / "mkdocs.yml"
    if target.is_dir() and not any(target.iterdir()):
        return True
    return settings.is_file() and settings.read_text("utf-8").startswith(SIGN)


_TEMPLATE = """{% extends "base.html" %}
{% block extrahead %}
{{ super() }}
{% if page and page.meta and page.meta.psychoed_head %}{{ page.meta.psychoed_head | safe }}{% endif %}
{% endblock %}
{% block content %}
{% if page.meta.psychoed_form %}<form class="psychoed-form" autocomplete="off">
{{ super() }}
</form>{% else %}{{ super() }}{% endif %}
{% endblock %}
"""


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def _copy(source: Path, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, file)

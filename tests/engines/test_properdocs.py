"""ProperDocs runs the plugins themselves, in an environment where MkDocs is not installed."""

import re
from pathlib import Path

import pytest

from tests.conftest import required
from tests.engines.conftest import copy_library
from tests.engines.forms import SHEETS, Fields, fields_of, forms_of, run

pytestmark = pytest.mark.engines

# Asked of the packages and of the folders: an `import` can be answered by ProperDocs itself.
WITHOUT_MKDOCS = """
from importlib import metadata, util
names = {str(one.metadata["Name"]).lower() for one in metadata.distributions()}
assert not {"mkdocs", "mkdocs-material"} & names, names
assert {"properdocs", "psychoed"} <= names, names
assert util.find_spec("mkdocs") is None
"""

CONFIG = """
site_name: psychoed
docs_dir: {library}/docs
use_directory_urls: false
theme: {{name: mkdocs, highlightjs: false}}  # highlight.js would come from another host
plugins:
  - psychoed/library: {{clinic: {library}/clinic.yml}}
  - psychoed/worksheets
"""


@pytest.fixture(scope="module")
def python() -> Path:
    """The Python of the environment that has ProperDocs."""
    return Path(required("PSYCHOED_PROPERDOCS"))


def searched(forms: dict[str, bytes]) -> dict[str, bytes]:
    """The forms after a search plugin has read them: Material's takes its own attributes off the page."""
    return {sheet: re.sub(rb' data-search-exclude="[^"]*"', b"", form) for sheet, form in forms.items()}


def test_mkdocs_is_not_there(python: Path, tmp_path: Path) -> None:
    run(python, "-c", WITHOUT_MKDOCS, cwd=tmp_path)


def test_properdocs_makes_the_sheets_of_the_reference_site(
    python: Path, reference: Fields, mkdocs_site: Path, tmp_path: Path
) -> None:
    """The same forms, and the same prints, made there: this copy of the project has none in its cache."""
    library = copy_library(tmp_path / "library")
    # Beside the project, not in it: the plugin takes a clinic from anywhere.
    config = tmp_path / "host" / "properdocs.yml"
    config.parent.mkdir()
    config.write_text(CONFIG.format(library=library.as_posix()), "utf-8")
    site = tmp_path / "site"
    run(python, "-m", "properdocs", "build", "--strict", "-f", config, "-d", site, cwd=config.parent)

    assert fields_of(site) == reference
    assert searched(forms_of(site)) == searched(forms_of(mkdocs_site))
    for sheet in SHEETS:
        assert (site / f"{sheet}.pdf").read_bytes() == (mkdocs_site / f"{sheet}.pdf").read_bytes()
    assert not [file for file in site.rglob("*.html") if b"Only-for-therapists" in file.read_bytes()]

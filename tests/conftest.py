"""What the tests share: the reference project, a copy of it to change, and real builds of it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

from psychoed.hosts.cli import main
from psychoed.registry import forget

REPOSITORY = Path(__file__).parents[1]
CONTENT = ("docs", "worksheets", "data", "overrides", "mkdocs.yml", "clinic.yml")

# The same examples every time, so that a change is never refused by chance; `long` looks for new ones.
hypothesis.settings.register_profile(
    "fixed",
    max_examples=150,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.register_profile(
    "long", hypothesis.settings.get_profile("fixed"), max_examples=5000, derandomize=False
)
hypothesis.settings.load_profile("fixed")

Build = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the reference project, free to be changed."""
    return copy_project(tmp_path / "project")


def copy_project(target: Path) -> Path:
    target.mkdir()
    for name in CONTENT:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, target / name)
        else:
            shutil.copyfile(source, target / name)
    return target


def build(project: Path, site: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """One real `mkdocs build` in a process of its own; `settings` are environment variables."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings}
    command = [sys.executable, "-m", "mkdocs", "build", "-d", str(site), *arguments]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, timeout=300)


def assert_quiet(done: subprocess.CompletedProcess[str]) -> None:
    """A build that went well only tells its progress: whoever sees more can take it seriously.

    It is not asked to be `--quiet`, for then MkDocs drops warnings before `--strict` counts them.
    """
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stderr.splitlines() if not line.startswith("INFO ")] == []
    assert done.stdout == ""


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reference sites as `make site` builds them: both editions, each with its Spanish one in `es`."""
    folder = tmp_path_factory.mktemp("sites")
    project = copy_project(folder / "project")
    for name, settings in (
        ("site", {}),
        ("site/es", {"PSYCHOED_LANGUAGE": "es"}),
        ("site-therapist", {"PSYCHOED_EDITION": "therapist"}),
        ("site-therapist/es", {"PSYCHOED_EDITION": "therapist", "PSYCHOED_LANGUAGE": "es"}),
    ):
        assert_quiet(build(project, folder / name, "--strict", **settings))
    return folder


@pytest.fixture(scope="session")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The manual's site, as `make manual` builds it."""
    folder = tmp_path_factory.mktemp("manual")
    clinic = str(REPOSITORY / "clinic.yml")
    assert main(["--clinic", clinic, "manual", "--to", str(folder / "source")]) == 0
    assert_quiet(build(folder / "source", folder / "site", "--strict"))
    return folder / "site"


def required(variable: str) -> str:
    """The place of a part that `dev.py test` installs. Without it a test is skipped, but never in CI."""
    if value := os.environ.get(variable):
        return value
    reason = os.environ.get(f"{variable}_MISSING", f"{variable} is not set: run the tests with `make test`")
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


STARS = '''"""Stars."""
from psychoed.model.control import Line
from psychoed.model.protocols import Field


class Stars(Field):
    """Stars."""

    def controls(self, name, label):
        yield Line(name, label)
'''


@pytest.fixture
def other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A distribution of somebody else's, installed only in that it lies on the path."""
    info = tmp_path / "stars-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: stars\nVersion: 1.0\n")
    (tmp_path / "stars.py").write_text(STARS)
    monkeypatch.syspath_prepend(str(tmp_path))
    forget()
    yield info
    forget()
    sys.modules.pop("stars", None)

"""The reference project with one sheet more, and MkDocs' build of it: the other engines are held against it."""

import sys
from pathlib import Path

import pytest

from tests.conftest import copy_project
from tests.engines.forms import Fields, fields_of, run

HARD_WORDS = r"""---
title: Hard words
message: What an engine could take for its own markup.
audience: [client]
evidence: {level: practical, refs: []}
---

Try [Grounding](skills/grounding) first. A secure base, a *trigger* and a flashback are words of the glossary.

/// lines | Who said "no" & why? <b>*Not* bold</b>, _not_ slanted, `not code`; a < b > c
    rows: 3
    help: "Say {{ page.title }}, {% raw %}, {# this #} and {: .that }; it's \\ [x](y), ![x](y) and [^1]."
///

/// lines | Ünïcode, “quotes”, Žižek, a — b, 1... 2, (c) :smile: ==x== ^y^ ~z~ ++k++ --8<-- https://a.example
    name: unicode
///

/// scale | How much? 100 % of $x$ &amp; &copy; | so it is
    name: how_much
    ends: ["none & <nothing>", "\"all\" of 'it'"]
    help: "    # Not a heading"
    min: 1
    max: 5
///

//// therapist
Only-for-therapists: see [Getting help now](guides/get-help).

/// lines | Only-for-therapists label
    name: secret
///
////
"""


def copy_library(target: Path) -> Path:
    """A copy of the reference project with the sheet `hard-words`. Nothing is printed in its cache yet."""
    copy_project(target)
    (target / "worksheets" / "hard-words.md").write_text(HARD_WORDS, "utf-8")
    return target


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project that every engine shows."""
    return copy_library(tmp_path_factory.mktemp("engines") / "library")


@pytest.fixture(scope="session")
def mkdocs_site(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its public edition as MkDocs builds it."""
    site = tmp_path_factory.mktemp("mkdocs")
    run(sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", site, cwd=library)
    return site


@pytest.fixture(scope="session")
def reference(mkdocs_site: Path) -> Fields:
    """The fields of its sheets as MkDocs shows them."""
    return fields_of(mkdocs_site)

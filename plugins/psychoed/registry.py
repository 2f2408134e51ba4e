"""Finds what is in the catalogues: the files in a catalogue's folder, then the entry points of others.

A file `fields/family_map.py` holds one class, and authors write its word: `family-map`. Another distribution
brings the same file by an entry point of the group `psychoed.fields`, named by the word.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files
from types import ModuleType
from typing import Any

import yaml

from psychoed.model.problem import Problem
from psychoed.model.protocols import Block, Field, Figure, Kind, Output, Rule
from psychoed.model.strings import Strings
from psychoed.yaml12 import Loader

BASES: Mapping[str, type] = {
    "fields": Field,
    "blocks": Block,
    "kinds": Kind,
    "figures": Figure,
    "rules": Rule,
    "outputs": Output,
}


@dataclass(frozen=True)
class Catalogue:
    """The things of one catalogue by the words that authors write, and what is wrong with them."""

    things: Mapping[str, Any]
    problems: tuple[Problem, ...] = ()

    def __getitem__(self, word: str) -> Any:
        """The class that the word stands for."""
        return self.things[word]

    def __contains__(self, word: str) -> bool:
        """Whether authors can write this word."""
        return word in self.things

    def __iter__(self) -> Iterator[str]:
        """The words."""
        return iter(self.things)


@cache
def catalogue(name: str) -> Catalogue:
    """The catalogue of that name, frozen at its first use. A broken entry is a problem, not a crash."""
    things: dict[str, Any] = {}
    problems: list[Problem] = []

    def add(word: str, thing: Any) -> None:
        if word in things and things[word] is not thing:
            both = " and ".join(f"`{one.__module__}`" for one in (things[word], thing))
            problems.append(
                _problem(
                    name, "name-taken", f"Two {name} are called `{word}`: {both}.", "Rename one of them."
                )
            )
            return
        things[word] = thing

    package = importlib.import_module(f"psychoed.{name}")
    for found in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"psychoed.{name}.{found.name}")
        add(found.name.replace("_", "-"), _the_class(module, BASES[name]))
    for point in _points(f"psychoed.{name}"):
        try:
            loaded = point.load()
            thing = _the_class(loaded, BASES[name]) if isinstance(loaded, ModuleType) else loaded
            if not (inspect.isclass(thing) and issubclass(thing, BASES[name])):
                raise TypeError(f"it is not a {BASES[name].__name__}")
        except Exception as error:  # what another distribution raises is not ours to foresee
            what = f"`{point.value}` could not be loaded as one of the {name}: {error}."
            problems.append(_problem(name, "entry-point-broken", what, "Mend or uninstall its package."))
            continue
        add(point.name, thing)
    return Catalogue(things, tuple(problems))


def forget() -> None:
    """Makes the catalogues look again, where what is installed changes under a running program: in tests."""
    catalogue.cache_clear()
    _all_points.cache_clear()


@cache
def languages() -> Mapping[str, Strings]:
    """Every language there is, by its code."""
    found = {}
    for file in sorted(files("psychoed.languages").iterdir(), key=lambda one: one.name):
        if file.name.endswith(".yml"):
            data = yaml.load(file.read_text("utf-8"), Loader)
            code = file.name.removesuffix(".yml")
            found[code] = Strings(code, data["name"], data["direction"], data["words"])
    return found


def _points(group: str) -> list[EntryPoint]:
    return sorted(_all_points().select(group=group), key=lambda point: (point.name, point.value))


@cache
def _all_points() -> Any:
    """Looked for once: it means reading a file of everything that is installed."""
    return entry_points()


def _the_class(module: ModuleType, base: type) -> type:
    """The one class of that kind which the module itself defines."""
    classes = [
        thing
        for thing in vars(module).values()
        if inspect.isclass(thing) and issubclass(thing, base) and thing.__module__ == module.__name__
    ]
    if len(classes) != 1:
        raise TypeError(f"{module.__name__} must define exactly one {base.__name__}, and has {len(classes)}")
    return classes[0]


def _problem(name: str, rule: str, what: str, hint: str) -> Problem:
    return Problem(path=f"psychoed.{name}", line=0, column=1, rule=rule, what=what, hint=hint)

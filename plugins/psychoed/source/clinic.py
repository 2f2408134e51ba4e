"""Reads `clinic.yml`: its keys first, then, once all is read, what they speak of."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from psychoed.model.clinic import TOPICS, Clinic, Words
from psychoed.model.colour import LIGHT, TEXT, contrast, tone
from psychoed.model.document import Document
from psychoed.model.help_lines import HelpLines
from psychoed.model.problem import Problem, did_you_mean
from psychoed.registry import catalogue, languages
from psychoed.source.logo import faults
from psychoed.source.validate import validate
from psychoed.source.yaml import Data
from psychoed.source.yaml import Path as Keys


@dataclass(frozen=True)
class ClinicFile:
    """The facts, and the file that they stand in. A project without one has the facts that need no file."""

    clinic: Clinic = field(default_factory=Clinic)
    document: Document | None = None
    data: Data = field(default_factory=Data)

    def problem(self, rule: str, what: str, keys: Keys, hint: str = "") -> Problem:
        """A problem at the value that stands under these keys."""
        assert self.document is not None, "a project without the file has nothing wrong in it"
        return self.document.problem(rule, what, *self.data.places.get(keys, (1, 1, 0)), hint=hint)


def read_clinic(document: Document, data: Data) -> tuple[ClinicFile, list[Problem]]:
    """The facts, and every problem of their keys."""
    clinic, problems = validate(Clinic, data, document, "`clinic.yml`", "key", (1, 1, 0))
    if clinic is None:
        # What is right still counts, or every page of a misnamed root would be missing too.
        keys = data.value if isinstance(data.value, dict) else {}
        right = {
            key: value
            for key, value in keys.items()
            if not validate(Clinic, Data({key: value}), document, "", "key", (1, 1, 0))[1]
        }
        clinic = Clinic.model_validate(right)
    return ClinicFile(clinic, document, data), problems


def check_facts(
    file: ClinicFile, project: Path, help_lines: HelpLines, topics: Collection[str]
) -> list[Problem]:
    """What the facts speak of and nothing has. `topics` are those that pages are filed under."""
    return list(_facts(file, project, help_lines, topics)) if file.document else []


def _facts(
    file: ClinicFile, project: Path, help_lines: HelpLines, topics: Collection[str]
) -> Iterator[Problem]:
    clinic = file.clinic
    for number, root in enumerate(clinic.roots):
        if not (project / root).is_dir():
            hint = "Write the folder that holds `docs/` and `worksheets/`, seen from `clinic.yml`."
            yield file.problem("root-missing", f"There is no folder `{root}`.", ("roots", number), hint)
    regions = [region.id for region in help_lines.regions]
    for number, id in enumerate(clinic.regions):
        if id not in regions:
            what = f"`data/help-lines.yml` has no region `{id}`."
            yield file.problem("region-unknown", what, ("regions", number), did_you_mean(id, regions))
    for keys, code in _codes(clinic):
        if code not in languages():
            what = f"psychoed does not speak `{code}` yet."
            yield file.problem("language-unknown", what, keys, did_you_mean(code, languages()))
    for number, topic in enumerate(clinic.topics):
        known = {*TOPICS, *topics}
        if topic.id not in known:
            keys = ("topics", number, "id")
            keys = keys if keys in file.data.places else keys[:2]
            what = f"No page has the topic `{topic.id}`."
            yield file.problem("topic-unknown", what, keys, did_you_mean(topic.id, known))
    for name in clinic.rules:
        if name not in catalogue("rules"):
            what = f"There is no rule `{name}`."
            yield file.problem("rule-unknown", what, ("rules", name), did_you_mean(name, catalogue("rules")))
    for key, colour in clinic.colours:
        if colour and contrast(colour, LIGHT) < TEXT:
            what = (
                f"The clinic colour fails contrast: `{colour}` on the page is "
                f"{contrast(colour, LIGHT):.1f}:1, and text needs {TEXT}:1."
            )
            hint = (
                f'The nearest of its hue that passes is `"{tone(colour, LIGHT, TEXT)}"`: it is used for now.'
            )
            yield file.problem("colour-contrast", what, ("colours", key), hint)
    if clinic.logo:
        for what, hint in faults(project / clinic.logo, project, clinic.logo):
            yield file.problem("logo-unusable", what, ("logo",), hint)


def _codes(clinic: Clinic) -> Iterable[tuple[Keys, str]]:
    """Every code of a language, and where it stands."""
    yield from ((("languages", number), code) for number, code in enumerate(clinic.languages))
    words: list[tuple[Keys, Words]] = [(("role",), clinic.role), (("funding",), clinic.funding)]
    words += [(("topics", number, "title"), topic.title) for number, topic in enumerate(clinic.topics)]
    for keys, by_language in words:
        if isinstance(by_language, Mapping):
            yield from (((*keys, code), code) for code in by_language)

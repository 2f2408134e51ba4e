"""The facts of the clinic that hosts the library."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from psychoed.model.checked import Checked, wrong

TOPICS = ("help", "feelings", "relationships", "past", "children", "therapy", "worksheets", "therapists")
"""The topics that every language has a title for, in the order of the menu."""

Words = str | Mapping[str, str]
"""A text for every language, or one by language: `{en: Sleep, es: Dormir}`."""


def in_language(words: Words, language: str) -> str:
    """The text in that language, or in the first that was written."""
    if isinstance(words, str):
        return words
    return words.get(language) or next(iter(words.values()), "")


def _web(address: str) -> str:
    try:
        parts = urlsplit(address)
        right = parts.scheme in {"http", "https"} and bool(parts.hostname) and not re.search(r"\s", address)
    except ValueError:
        right = False
    if address and not right:
        bare = re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", address)
        hint = f"Write `https://{address}`." if bare else ""
        raise wrong("a web address that begins with `https://` or `http://`", hint)
    return address


def _email(address: str) -> str:
    if address and not re.fullmatch(r"[^\s@<>\"?]+@[\w-]+(\.[\w-]+)+", address):
        raise wrong("an e-mail address, such as `hello@clinic.example`")
    return address


def _web_or_email(address: str) -> str:
    bare = address.removeprefix("mailto:")
    if not address or re.fullmatch(r"[^\s@<>\"?/:]+@[\w-]+(\.[\w-]+)+", bare):
        return bare and f"mailto:{bare}"
    try:
        return _web(address)
    except ValueError:
        hint = "Write `https://clinic.example/feedback` or `hello@clinic.example`."
        raise wrong("a web address or an e-mail address", hint) from None


def _phone(number: object) -> object:
    if not isinstance(number, str):
        raise wrong("text", "Put the number in quotes, or YAML takes it for a quantity.")
    if number and not re.fullmatch(r"\+?[\d ()./-]{3,}", number.strip()):
        raise wrong("a number that can be called, with spaces if you like")
    return number


def _colour(value: object) -> object:
    if not isinstance(value, str):
        # Without quotes, `#` begins a comment, and nothing is left of the colour.
        raise wrong("a colour", 'Put it in quotes: `"#1f5a52"`. Without them, YAML takes it for a comment.')
    if value and not re.fullmatch(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", value.strip()):
        raise wrong("a colour as `#` and six hexadecimal digits", 'Write it like this: `"#1f5a52"`.')
    return value.lower()


def _rule(value: object) -> object:
    if value != "off" and not isinstance(value, dict):
        raise wrong("`off`, or the rule's settings", "Write `off`, or settings such as `{max: 25}`.")
    return value


Web = Annotated[str, AfterValidator(_web)]
Colour = Annotated[str, BeforeValidator(_colour)]


class Contact(Checked):
    """How to reach the clinic."""

    email: Annotated[str, AfterValidator(_email)] = ""
    phone: Annotated[str, BeforeValidator(_phone)] = ""
    web: Web = ""


class Colours(Checked):
    """The clinic's colours on a light page; what the dark page and paper need is derived from them."""

    primary: Colour = ""
    accent: Colour = ""


class Topic(Checked):
    """One heading of the menu."""

    id: str
    title: Words = ""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        return {"id": value} if isinstance(value, str) else value


class Clinic(Checked):
    """What `clinic.yml` says. Every key can be left out, and so can the file. `name: My clinic` is enough.

    Where a key takes *words*, it takes one text for every language, or one by language:
    `{en: Supported by the city, es: Con el apoyo de la ciudad}`.

    **Who you are.** All of it stands in the footer of the site.

    - `name`: text. It also stands at the head of every sheet.
    - `publisher`: text. Who publishes, where that is not the clinic itself.
    - `author`: text. Who answers for the texts; `role`: words. What that person is, such as
      `clinical psychologist`.
    - `funding`: words. Who pays for this. Readers ask.
    - `licence`: text. What others may do with the texts. `CC BY 4.0` unless it is given.
    - `contact`: `{email, phone, web}`, each a text, each optional. A number needs quotes.
    - `feedback`: a web address or an e-mail address. Where readers say what they think of the pages.

    **Where you are.**

    - `address`: the web address of the site, with `https://` or `http://`. It is printed on paper.
    - `regions`: a list of ids of `data/help-lines.yml`, such as `[us, ca]`. Whose help lines are shown;
      all of them without it.
    - `languages`: a list of codes. The first is the one of pages whose name has no code. `[en]` unless it is
      given.

    **How it looks.**

    - `logo`: the path of an SVG or PNG file, from the folder of `clinic.yml`, which it must not leave. It
      stands on the site and on paper, on white in both. An SVG may hold no script and nothing from elsewhere.
    - `colours`: `{primary, accent}`, each a colour such as `"#1f5a52"`, in quotes. `primary` is the ground of
      the header and the colour of links and of headings on paper; `accent` is the link under the pointer and
      the ring around what has the focus. Both carry text, so both need a contrast of 4.5:1 (WCAG 2.2, 1.4.3);
      what fails is told together with the nearest colour that passes, and drawn in that one. The dark page
      gets lighter tones of the same hues.
    - `paper`: `A4` or `Letter`.
    - `topics`: the order of the menu: a list of ids, or of `{id, title}` where the title is words. What is
      not named comes after, in the order `help`, `feelings`, `relationships`, `past`, `children`, `therapy`,
      `worksheets`, `therapists`.

    **What is read and checked.**

    - `roots`: a list of folders, each with `docs/`, `worksheets/` and `data/`, from the folder of
      `clinic.yml`; later ones stand above earlier ones. `[.]` unless it is given.
    - `rules`: by the name of a rule, `off` or a mapping of its settings: `{link-hidden: off}`.

    ```yaml
    name: River Street Clinic
    address: https://clinic.example
    contact: {email: hello@clinic.example}
    regions: [us]
    paper: Letter
    colours: {primary: "#5b2a86", accent: "#8a3f1d"}
    topics: [help, {id: feelings, title: {en: Big feelings, es: Emociones fuertes}}]
    ```
    """

    name: str = ""
    publisher: str = ""
    author: str = ""
    role: Words = ""
    funding: Words = ""
    licence: str = "CC BY 4.0"
    contact: Contact = Contact()
    feedback: Annotated[str, AfterValidator(_web_or_email)] = ""
    address: Web = ""
    regions: tuple[str, ...] = ()
    languages: tuple[str, ...] = Field(default=("en",), min_length=1)
    logo: str = ""
    colours: Colours = Colours()
    paper: Literal["A4", "Letter"] = "A4"
    topics: tuple[Topic, ...] = ()
    roots: tuple[str, ...] = (".",)
    rules: Mapping[str, Annotated[Any, BeforeValidator(_rule)]] = {}

    @property
    def menu(self) -> dict[str, Words]:
        """The title of each topic in the order of the menu, empty where the language has its own."""
        named = {topic.id: topic.title for topic in self.topics}
        return named | {id: "" for id in TOPICS if id not in named}

"""How long an item takes, how well it is known and who has read it: above its text and below it."""

from markupsafe import escape

from psychoed.model.item import Item
from psychoed.model.library import Edition
from psychoed.render.forms import draw_template
from psychoed.render.reading import minutes_to_read
from psychoed.render.translations import translations, way_to


def about(item: Item, edition: Edition) -> str:
    """One quiet line under the title: the time, the state of the review, the other languages."""
    words = [] if item.kind == "page" else [*time_words(item, edition), review_line(item, edition)]
    parts = [str(escape(" ".join(words)))] if words else []
    parts += [_link(item, other, edition) for other in translations(item, edition)]
    return f'<p class="psychoed-about" data-search-exclude>{" ".join(parts)}</p>' if parts else ""


def review_box(item: Item, edition: Edition) -> str:
    """What a careful reader asks of a health page, in a box at its end. A `page` has none."""
    if item.kind == "page":
        return ""
    strings = edition.strings
    rows = []
    if item.head.evidence:
        rows.append(("review.evidence", strings(f"evidence.{item.head.evidence.level}")))
    rows.append(("review.review", " ".join([review_line(item, edition), *_next(item, edition)])))
    if time := time_words(item, edition):
        rows.append(("review.time", " ".join(time)))
    rows.append(("review.version", item.document.version))
    html = draw_template("review.html", strings=strings, rows=rows)
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def review_line(item: Item, edition: Edition) -> str:
    """Who reviewed it, or that nobody has; and whether the text has changed since."""
    review, strings = item.head.review, edition.strings
    if review is None:
        return strings("review.none")
    words = strings("review.by", by=review.by, credential=review.credential, date=strings.date(review.date))
    return f"{words} {strings('review.changed')}" if item.changed_since_review else words


def time_words(item: Item, edition: Edition) -> list[str]:
    """How long it takes to do, or else to read, and whether it is for two.

    No time for a page that may have to be left at once: whoever is in danger is not told to read for minutes.
    """
    strings = edition.strings
    words = [strings("time.heavy")] if item.heavy else []
    if item.minutes:
        return [strings.minutes("time.about", item.minutes), *words]
    if item.controls or item.head.exit:
        return words
    return [strings.minutes("time.reading", minutes_to_read(edition.body(item))), *words]


def _next(item: Item, edition: Edition) -> list[str]:
    review = item.head.review
    if review is None or review.next is None:
        return []
    return [edition.strings("review.next", date=edition.strings.date(review.next))]


def _link(item: Item, other: Item, edition: Edition) -> str:
    """A link in the other language's own words."""
    address = way_to(item, other, edition)
    words = edition.library.languages[other.language]("translation.here")
    return (
        f'<a href="{escape(address)}" hreflang="{other.language}" lang="{other.language}">{escape(words)}</a>'
    )

"""What a page tells machines about itself, in the words of schema.org.

Only what is true: nobody is named who is not named in the head or in `clinic.yml`, no date is guessed.
"""

import json
from typing import Any

from psychoed.model.clinic import in_language
from psychoed.model.item import Item
from psychoed.model.library import Edition
from psychoed.render.addresses import web_address

_LICENCES = {"CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/"}

_AUDIENCES = {"client": "Patient", "caregiver": "Caregiver", "therapist": "Clinician"}
"""In the words of schema.org: the first and the last are members of its MedicalAudience."""

_WORKS = {"article-journal": "ScholarlyArticle", "book": "Book", "chapter": "Chapter", "report": "Report"}


def page_head(item: Item, edition: Edition) -> str:
    """The HTML that belongs into the `<head>` of the page; nothing for a `page` and for what is discreet.

    The other languages are linked in the text only: for each `<link rel="alternate">` in a head, Material
    asks its address for a map of the site, on another host too.
    """
    if item.broken or item.kind == "page" or item.head.discreet:
        return ""
    # `<` alone could end the script early, or open a comment in it.
    data = json.dumps(json_ld(item, edition), ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{data}</script>'


def json_ld(item: Item, edition: Edition) -> dict[str, Any]:
    """The page as a MedicalWebPage of https://schema.org/MedicalWebPage."""
    clinic, review = edition.library.clinic, item.head.review
    address = web_address(item, edition)
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": item.title,
        "description": item.head.message,
        "inLanguage": item.language,
        "isAccessibleForFree": True,
        "audience": [
            {"@type": "MedicalAudience", "audienceType": _AUDIENCES[one]} for one in item.head.audience
        ],
        "version": item.document.version,
    }
    if address:
        data["url"] = address
    if clinic.licence in _LICENCES:
        data["license"] = _LICENCES[clinic.licence]
    if clinic.publisher or clinic.name:
        data["publisher"] = {"@type": "Organization", "name": clinic.publisher or clinic.name}
    if clinic.author:
        role = in_language(clinic.role, item.language)
        # Only a role says that the author is a person; a name alone stays a text.
        person = {"@type": "Person", "name": clinic.author, "jobTitle": role}
        data["author"] = person if role else clinic.author
    if review and not item.changed_since_review:
        data["lastReviewed"] = review.date.isoformat()
        credential = {"@type": "EducationalOccupationalCredential", "name": review.credential}
        data["reviewedBy"] = {"@type": "Person", "name": review.by, "hasCredential": credential}
    references = edition.library.references
    cited = [
        references[id] for id in (item.head.evidence.refs if item.head.evidence else ()) if id in references
    ]
    if cited:
        data["citation"] = [_work(entry) for entry in cited]
    return data


def _work(entry: Any) -> dict[str, str]:
    """An entry of the bibliography by its title, and by its DOI where that has been checked."""
    work = {"@type": _WORKS.get(str(entry.get("type")), "CreativeWork"), "name": str(entry.get("title", ""))}
    checked = (entry.get("custom") or {}).get("verified", True)
    if entry.get("DOI") and checked:
        work["sameAs"] = f"https://doi.org/{entry['DOI']}"
    return work

"""Mends the form fields that WeasyPrint 70 writes, before the file is closed.

Measured defects, each with what is done about it:

- the buttons of a radio group stand beside their group as fields of their own: they are kept under it only;
- a group is spoken with the words of its first button: it gets its legend;
- a tick box and a button have no drawing for "off", so some readers draw a second box: they get an empty one.
"""

import re
from typing import Any


def finish(document: Any, pdf: Any) -> None:
    """A finisher as WeasyPrint calls it: with its document and the pydyf file."""
    if "AcroForm" not in pdf.catalog:
        return
    import pydyf

    legends = _legends(document)
    fields = pdf.catalog["AcroForm"]["Fields"]
    kept = []
    for reference in fields:
        field = _object(pdf, reference)
        if "Parent" in field:
            del field["T"]
        else:
            kept.append(reference)
        if "Kids" in field and (legend := legends.get(field["T"].string)):
            field["TU"] = pydyf.String(legend)
        if field.get("FT") == "/Btn" and "AP" in field:
            drawings = field["AP"]["N"]
            drawn = _object(pdf, next(iter(drawings.values())))
            off = pydyf.Stream([], {key: drawn.extra[key] for key in ("Type", "Subtype", "BBox")})
            pdf.add_object(off)
            drawings["Off"] = off.reference
    fields[:] = kept


def _legends(document: Any) -> dict[str, str]:
    """The legend of each group by the name of its inputs."""
    found = {}
    for page in document.pages:
        for form in page.forms:
            for fieldset in form.element.iter("fieldset") if form is not None else ():
                legend = fieldset.find("legend")
                if legend is None:
                    continue
                words = re.sub(r"\s+", " ", "".join(legend.itertext())).strip()
                for box in fieldset.iter("input"):
                    found[box.get("name", "")] = words
    return found


def _object(pdf: Any, reference: bytes) -> Any:
    """The object that `12 0 R` stands for."""
    return pdf.objects[int(reference.split()[0])]

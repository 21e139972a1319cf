"""A confirmation as a PDF/UA-1 file: tagged, with real text, a title and a language.

Values go into the template as data and are never read as markup. The date of the file is that of
the agreement and the fonts are the library's own, so the same values give the same bytes on any
machine, for as long as the library's version, the template and the texts stay.
"""

import json
from datetime import UTC
from pathlib import Path
from typing import Final

import typst

from backend.confirmations.document import Confirmation
from backend.confirmations.saying import Voice
from backend.confirmations.sections import sections, summary

_TEMPLATE = Path(__file__).with_name("template.typ").read_bytes()
#: ISO 14289-1, accessible PDF: the library refuses to write what does not meet it.
_STANDARD: Final = "ua-1"


def write(plan: Confirmation, language: str) -> bytes:
    """The file in `language`, which has texts here. It takes some hundredths of a CPU second."""
    content = json.dumps(_content(plan, language), ensure_ascii=False)
    return typst.compile(
        _TEMPLATE,
        format="pdf",
        pdf_standards=_STANDARD,
        ignore_system_fonts=True,
        sys_inputs={"content": content},
    )


def _content(plan: Confirmation, language: str) -> dict[str, object]:
    say = Voice(plan, language)
    agreed = plan.agreed_at.astimezone(UTC)
    return {
        "language": language,
        "title": f"{say('title')}, {plan.case}",
        "heading": say("title"),
        "date": [agreed.year, agreed.month, agreed.day, agreed.hour, agreed.minute, agreed.second],
        "sender": {
            "client": plan.sender.client,
            "colour": plan.sender.colour,
            "contact": [plan.sender.agency, plan.sender.phone, plan.sender.site],
        },
        "summary": summary(plan, say),
        "sections": [section.as_json() for section in sections(plan, say)],
        # The template puts the numbers in, which only the finished layout knows.
        "page": say("page", page="{page}", pages="{pages}"),
    }

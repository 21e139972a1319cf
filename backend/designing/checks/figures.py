"""Amounts and dates that stand in a text as they are: a figure comes from the case."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import get_month_names

from backend.designing.finding import Finding, finding
from backend.designing.heard import heard
from backend.designing.project import Project
from backend.designing.ruled_out import words_for_money

_PLACEHOLDER = re.compile(r"\{[^}]*\}")
_NUMBER = r"\d[\d\s.,]*"
_WRITTEN_DATE = r"\d{1,2}\.\s?\d{1,2}\.(?:\d{2,4})?|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}|\b20\d\d\b"
_SHARE = rf"{_NUMBER}\s?%"


def check_figures(project: Project) -> Iterator[Finding]:
    """Every amount, percentage and date that no placeholder wrote."""
    for one in heard(project):
        money, dates = _of_money(one.language), _of_dates(one.locale)
        for wording in one.wordings:
            text = _PLACEHOLDER.sub("", wording.text)
            named: dict[str, Any] = {"name": wording.name}
            if found := money.search(text):
                yield finding(one.file, wording.line, "money_in_text", word=found[0], **named)
            if found := dates.search(text):
                yield finding(one.file, wording.line, "date_in_text", word=found[0], **named)


@cache
def _of_money(language: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in words_for_money(language)) or "€"
    return re.compile(rf"{_NUMBER}(?:{words})(?!\w)|[€£$]\s?\d|{_SHARE}")


@cache
def _of_dates(locale: str) -> re.Pattern[str]:
    """Dates by number, and a day with a month's name as CLDR has it."""
    try:
        months = get_month_names("wide", locale=Locale.parse(locale)).values()
    except (UnknownLocaleError, ValueError):
        return re.compile(_WRITTEN_DATE)
    named = "|".join(re.escape(month) for month in months)
    either_way = rf"\d{{1,2}}\.?\s(?:{named})|(?:{named})\s\d{{1,2}}(?!\w)"
    return re.compile(rf"{_WRITTEN_DATE}|{either_way}", re.IGNORECASE)

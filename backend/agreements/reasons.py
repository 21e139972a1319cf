"""Why a plan was countered or referred, in a sentence: texts/<language>.yml, a text a rule."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from backend.clients import Client
from backend.plans import Rule
from backend.wording import Catalogue

_TEXTS = Path(__file__).parent / "texts"
_IN_MONEY = (
    Rule.INSTALMENT_AT_LEAST,
    Rule.DOWN_PAYMENT_AT_LEAST,
    Rule.TERMS_ADD_UP,
    Rule.SETTLEMENT_AT_LEAST,
)


@cache
def agreement_texts() -> Mapping[str, Catalogue]:
    """The catalogues of this package by language."""
    return Catalogue.read_folder(_TEXTS)


def reason_in_words(reason: Mapping[str, Any], client: Client, language: str) -> str:
    """A stored reason {rule, limit, wished, least} as a sentence in `language`."""
    values = {name: _value(reason, name, client) for name in ("limit", "wished")}
    if reason.get("least") is not None:
        values |= {"has_least": True, "least": _money(reason["least"], client)}
    if reason["wished"] is not None:
        values["too"] = "early" if reason["wished"] < reason["limit"] else "late"
    return agreement_texts()[language].write(reason["rule"], values, client.country)


def plain(value: int | date | str) -> int | str:
    """A limit or wish as JSON has it: dates in ISO form."""
    return value.isoformat() if isinstance(value, date) else value


def _value(reason: Mapping[str, Any], name: str, client: Client) -> Any:
    return _money(reason[name], client) if reason["rule"] in _IN_MONEY else reason[name]


def _money(amount: int, client: Client) -> dict[str, Any]:
    return {"amount": amount, "currency": client.currency}


def language_of_reasons(accept_language: str | None, client: Client) -> str:
    """The first language of the header Accept-Language, if the client speaks it."""
    first = (accept_language or "").partition(",")[0].partition(";")[0].strip()
    return client.language(first)

"""Hides national identity numbers and payment cards in a text; patterns.yaml says which."""

import re
from functools import cache, partial

from stdnum import luhn

from backend.privacy.patterns import IdentityNumber, read_patterns


def mask(text: str, country: str | None = None) -> str:
    """The text with identity and card numbers hidden; all else stays as it was written.

    `country` (ISO code) is where the client is: a number that is a mobile number there is kept.
    """
    text = _named().sub(lambda match: match["before"] + read_patterns().shown, text)
    text = _card().sub(_masked_card, text)
    for kind, shape in _identity_numbers():
        text = shape.sub(partial(_masked_number, kind=kind, country=country), text)
    return text


def _masked_number(match: re.Match[str], kind: IdentityNumber, country: str | None) -> str:
    phone = read_patterns().phones.get(country or "")
    if phone is not None and re.fullmatch(phone, match[0]):
        return match[0]
    return read_patterns().shown if kind.is_one(match) else match[0]


def _masked_card(match: re.Match[str]) -> str:
    cards = read_patterns().cards
    digits = re.sub("[^0-9]", "", match[0])
    before = match.string[: match.start()]
    is_reference = re.search(rf"\b(?:{cards.not_after})[^0-9\n]{{0,12}}$", before, re.IGNORECASE)
    is_card = any(re.fullmatch(kind, digits) for kind in cards.kinds) and luhn.is_valid(digits)
    return read_patterns().shown if is_card and not is_reference else match[0]


@cache
def _identity_numbers() -> tuple[tuple[IdentityNumber, re.Pattern[str]], ...]:
    patterns = read_patterns()
    return tuple((kind, patterns.compiled(kind.shape)) for kind in patterns.identity_numbers)


@cache
def _named() -> re.Pattern[str]:
    return read_patterns().compiled_named()


@cache
def _card() -> re.Pattern[str]:
    return read_patterns().compiled_run(read_patterns().cards.shape)

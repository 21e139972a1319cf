"""The sums of money in a text, however a language groups its digits."""

import re

_SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_NUMBER = (
    rf"(?<![\d.,]){{0}}(\d{{1,3}}(?:[.,{_SPACES}]\d{{3}})+(?:[.,]\d{{2}})?|\d+(?:[.,]\d{{2}})?)"
)
_AMOUNT = re.compile(_NUMBER.replace("{0}", "") + rf"[ {_SPACES}]?(?:kr|€|eur|ISK|SEK|NOK|DKK)")
_DECIMALS = re.compile(r"[.,](\d{2})$")


def amounts_in(text: str, digits: int) -> list[int]:
    """Sums in minor units of a currency with so many digits, in the order in which they are said."""
    return [_minor(found, digits) for found in _AMOUNT.findall(text)]


def _minor(number: str, digits: int) -> int:
    cents = _DECIMALS.search(number)
    whole = re.sub(r"\D", "", number[: cents.start()] if cents else number)
    if cents is None:
        return int(whole) * int(10**digits)
    return int(whole) * 100 + int(cents.group(1)) if digits else int(whole)

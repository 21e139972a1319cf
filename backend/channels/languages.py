"""A first guess at a person's language, from languages.yml; what they write then decides."""

from functools import cache
from pathlib import Path

import yaml

from backend.clients import Client

_FILE = Path(__file__).with_name("languages.yml")
#: Channels whose addresses are telephone numbers.
_PHONES = ("sms", "whatsapp")


def first_language(client: Client, channel: str, address: str, hint: str | None) -> str:
    """The app's language, else that of the number's country, else the client's own."""
    wanted = [hint.replace("_", "-").partition("-")[0].lower()] if hint else []
    if channel in _PHONES:
        wanted += _of_number("+" + address.lstrip("+"))
    same_as = _read()["same_as"]
    for code in wanted:
        spoken = same_as.get(code, code)
        if spoken in client.languages:
            return spoken
    return client.home_language


def _of_number(number: str) -> list[str]:
    countries = _read()["phone"]
    return [countries[code] for code in countries if number.startswith(code)]


@cache
def _read() -> dict[str, dict[str, str]]:
    content: dict[str, dict[str, str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return content

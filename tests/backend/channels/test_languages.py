"""In which language somebody is greeted who has not written yet what it tells."""

import pytest

from backend.channels.languages import first_language
from backend.clients import ClientBook
from tests.backend.channels.fixtures import CLIENTS

LIND, PYY = (ClientBook.read(CLIENTS).get(name) for name in ("lind", "pyy"))


@pytest.mark.parametrize(
    ("client", "channel", "address", "hint", "language"),
    [
        (LIND, "telegram", "704118823", "fi", "fi"),
        (LIND, "telegram", "704118823", "en-GB", "en"),
        (LIND, "telegram", "704118823", "no", "sv"),
        (LIND, "telegram", "704118823", None, "sv"),
        (LIND, "telegram", "+358", None, "sv"),
        (LIND, "sms", "+358401234567", None, "fi"),
        (PYY, "whatsapp", "46701740605", None, "sv"),
        (PYY, "sms", "+4915112345678", None, "fi"),
    ],
)
def test_the_app_then_the_number_then_the_client(
    client: object, channel: str, address: str, hint: str | None, language: str
) -> None:
    assert first_language(client, channel, address, hint) == language

"""Secrets come from the environment by a rule; production has its own."""

import pytest

from backend.channels.secrets import require_secrets, secret, secret_name
from backend.clients import ClientBook
from backend.settings import Settings
from tests.backend.channels.fixtures import CLIENTS

STRONG = "0123456789abcdef0123456789abcdef"
DEMO = Settings(_env_file=None)
PRODUCTION = Settings(
    _env_file=None,
    demo=False,
    rasa_secret=STRONG,
    service_token=STRONG,
    payment_page_secret=STRONG,
    second_step_key=STRONG,
)
NEEDED = [
    "TELEGRAM_TOKEN",
    "TELEGRAM_SECRET",
    "SMS_ACCOUNT",
    "SMS_TOKEN",
    "WHATSAPP_TOKEN",
    "WHATSAPP_SECRET",
    "WHATSAPP_VERIFY",
]


def book() -> ClientBook:
    return ClientBook.read(CLIENTS)


def test_the_name_follows_a_rule() -> None:
    assert secret_name("north-power", "telegram", "token") == "NORTH_POWER_TELEGRAM_TOKEN"


def test_the_environment_goes_before_the_demonstration(monkeypatch: pytest.MonkeyPatch) -> None:
    assert secret(DEMO, "lind", "sms", "token") == "demo-lind-sms-token"
    monkeypatch.setenv("LIND_SMS_TOKEN", "real")
    assert secret(DEMO, "lind", "sms", "token") == "real"


def test_in_production_there_is_no_demo_secret() -> None:
    assert secret(PRODUCTION, "lind", "sms", "token") == ""


def test_production_refuses_with_the_names_that_are_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in NEEDED:
        monkeypatch.setenv(f"PYY_{name}", STRONG)
    monkeypatch.setenv("LIND_SMS_TOKEN", "demo-lind-sms-token")
    with pytest.raises(ValueError, match="LIND_TELEGRAM_TOKEN") as refused:
        require_secrets(PRODUCTION, book())
    assert all(f"LIND_{name}" in str(refused.value) for name in NEEDED)
    assert "PYY_" not in str(refused.value)
    assert "demo-lind" not in str(refused.value)


def test_a_demonstration_needs_none() -> None:
    require_secrets(DEMO, book())

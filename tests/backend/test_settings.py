"""Production does not start on a demonstration's secrets."""

import pytest
from pydantic import ValidationError

from backend.settings import Settings, SettingsWrong, get_settings, wrong_settings

GOOD = "a secret of thirty-two characters and more"
SECRETS = dict.fromkeys(
    ("rasa_secret", "service_token", "payment_page_secret", "second_step_key"), GOOD
)


def test_a_demonstration_needs_no_secrets() -> None:
    assert Settings(_env_file=None).demo


def test_production_starts_with_secrets_of_its_own() -> None:
    assert not Settings(_env_file=None, demo=False, **SECRETS).demo


@pytest.mark.parametrize("name", [*SECRETS, "rasa_token", "metrics_token"])
@pytest.mark.parametrize("weak", ["demo", "short", "demo-secret-of-the-payment-pages"])
def test_production_names_each_secret_that_is_weak_and_does_not_tell_it(
    name: str, weak: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        Settings(_env_file=None, demo=False, **{**SECRETS, name: weak})
    [line] = wrong_settings(refused.value)
    assert line.startswith(f"{name.upper()}: a secret of your own, 32 characters")
    assert weak not in str(refused.value).replace(name, "")


def test_everything_wrong_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {"DEMO": "false", "PORT": "many", "RASA_TOKEN": "demo", "SERVICE_TOKEN": "short"}
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    get_settings.cache_clear()
    with pytest.raises(SettingsWrong) as refused:
        get_settings()
    lines = str(refused.value).splitlines()
    named = {line.partition(":")[0] for line in lines}
    assert {
        "PORT",
        "RASA_SECRET",
        "RASA_TOKEN",
        "SERVICE_TOKEN",
        "PAYMENT_PAGE_SECRET",
        "SECOND_STEP_KEY",
    } == named
    assert len(lines) == len(named)


def test_a_list_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASA_URLS", "http://rasa")
    get_settings.cache_clear()
    with pytest.raises(SettingsWrong, match="rasa_urls"):
        get_settings()

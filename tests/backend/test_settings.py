"""Production does not start on a demonstration's secrets."""

import pytest
from pydantic import ValidationError

from backend.settings import Settings

GOOD = "a secret of thirty-two characters and more"
SECRETS = dict.fromkeys(("rasa_secret", "service_token", "payment_page_secret"), GOOD)


def test_a_demonstration_needs_no_secrets() -> None:
    assert Settings(_env_file=None).demo


def test_production_starts_with_secrets_of_its_own() -> None:
    assert not Settings(_env_file=None, demo=False, **SECRETS).demo


@pytest.mark.parametrize("name", [*SECRETS, "metrics_token"])
@pytest.mark.parametrize("weak", ["demo", "short", "demo-secret-of-the-payment-pages"])
def test_production_names_each_secret_that_is_weak_and_does_not_tell_it(
    name: str, weak: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        Settings(_env_file=None, demo=False, **{**SECRETS, name: weak})
    [error] = refused.value.errors()
    assert name.upper() in error["msg"]
    assert weak not in error["msg"].replace(name.upper(), "")

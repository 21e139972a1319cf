"""Each client's payment page signs with a secret of its own."""

import pytest

from backend.identity.page_secrets import check_page_secrets, page_secret, secret_name
from backend.identity.payment_page import (
    TokenRefused,
    make_payment_page_token,
    read_payment_page_token,
)
from backend.settings import Settings

GOOD = "a secret of thirty-two characters and more"
PRODUCTION = Settings(
    _env_file=None,
    demo=False,
    rasa_secret=GOOD,
    service_token=GOOD,
    payment_page_secret=GOOD,
    second_step_key=GOOD,
)


def test_the_name_follows_the_clients_id() -> None:
    assert secret_name("my-client") == "MY_CLIENT_PAYMENT_PAGE_SECRET"


def test_in_production_no_clients_page_speaks_for_another() -> None:
    secrets = {page_secret(PRODUCTION, client) for client in ("lind", "pyy")}
    assert len(secrets) == 2
    assert GOOD not in secrets
    token = make_payment_page_token(PRODUCTION, "lind", "L-1")
    assert read_payment_page_token(PRODUCTION, token, "lind").case == "L-1"
    with pytest.raises(TokenRefused):
        read_payment_page_token(PRODUCTION, token, "pyy")


def test_a_client_may_have_a_secret_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIND_PAYMENT_PAGE_SECRET", GOOD[::-1])
    assert page_secret(PRODUCTION, "lind") == GOOD[::-1]
    assert page_secret(Settings(_env_file=None), "lind") == GOOD[::-1]
    check_page_secrets(PRODUCTION, ["lind", "pyy"])


def test_a_demonstration_has_one_for_all() -> None:
    demo = Settings(_env_file=None)
    assert page_secret(demo, "lind") == page_secret(demo, "pyy")


@pytest.mark.parametrize("weak", ["short", "demo-" + "x" * 40])
def test_production_refuses_a_weak_one_by_name(monkeypatch: pytest.MonkeyPatch, weak: str) -> None:
    monkeypatch.setenv("LIND_PAYMENT_PAGE_SECRET", weak)
    with pytest.raises(ValueError, match="LIND_PAYMENT_PAGE_SECRET") as refused:
        check_page_secrets(PRODUCTION, ["lind"])
    assert weak not in str(refused.value)
    check_page_secrets(Settings(_env_file=None), ["lind"])


def test_production_refuses_one_for_two(monkeypatch: pytest.MonkeyPatch) -> None:
    for client in ("LIND", "PYY"):
        monkeypatch.setenv(f"{client}_PAYMENT_PAGE_SECRET", GOOD)
    with pytest.raises(ValueError, match="LIND_PAYMENT_PAGE_SECRET, PYY_PAYMENT_PAGE_SECRET"):
        check_page_secrets(PRODUCTION, ["lind", "pyy"])

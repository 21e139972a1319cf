"""Tokens of payment pages, right and wrong."""

from datetime import timedelta

import jwt
import pytest

from backend.clock import utc_now
from backend.identity.payment_page import (
    TokenRefused,
    make_payment_page_token,
    read_payment_page_token,
)
from backend.settings import Settings

SETTINGS = Settings(_env_file=None)
SECRET = SETTINGS.payment_page_secret.get_secret_value()
CLAIMS = {"client": "a-client", "case": "A-1", "jti": "1", "exp": utc_now() + timedelta(hours=1)}


def refusal_of(token: str) -> str:
    with pytest.raises(TokenRefused) as refused:
        read_payment_page_token(SETTINGS, token, "a-client")
    return refused.value.kind


def signed(secret: str = SECRET, algorithm: str = "HS256", **changed: object) -> str:
    claims = {key: value for key, value in {**CLAIMS, **changed}.items() if value is not None}
    return jwt.encode(claims, secret, algorithm=algorithm)


def test_a_token_says_which_case_and_language() -> None:
    made = make_payment_page_token(SETTINGS, "a-client", "A-1", "xx")
    token = read_payment_page_token(SETTINGS, made, "a-client")
    assert (token.client, token.case, token.language) == ("a-client", "A-1", "xx")


def test_each_token_has_an_id_of_its_own() -> None:
    made = [make_payment_page_token(SETTINGS, "a-client", "A-1") for _ in range(2)]
    first, second = (read_payment_page_token(SETTINGS, token, "a-client") for token in made)
    assert first.id != second.id


@pytest.mark.parametrize(
    "token",
    [
        "",
        "not a token",
        "a.b.c",
        "\u2022.\u2022.\u2022",
        signed(secret="another secret that is long enough"),
        signed(secret=SECRET * 2, algorithm="HS512"),
        jwt.encode(CLAIMS, None, algorithm="none"),
        signed(client="another-client"),
        signed(case=None),
        signed(jti=None),
        signed(exp=None),
        signed(case=["A-1"]),
        signed(case="x" * 200),
    ],
)
def test_a_token_that_is_not_the_clients_is_wrong(token: str) -> None:
    assert refusal_of(token) == "token-wrong"


def test_a_token_of_a_while_ago_is_expired() -> None:
    assert refusal_of(signed(exp=utc_now() - timedelta(seconds=1))) == "token-expired"

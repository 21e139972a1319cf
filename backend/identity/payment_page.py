"""Tokens by which a client's payment page says who is in front of it.

A JWT, HS256, with `client`, `case`, `exp`, `jti` and optionally `lang`. It is used once. Its times
are real times, also where a demonstration pins the day.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import jwt

from backend.clock import utc_now
from backend.identity.page_secrets import page_secret
from backend.settings import Settings

ALGORITHM = "HS256"
CLAIMS = ["client", "case", "exp", "jti"]
LIFETIME = timedelta(minutes=5)
_LONGEST_ID = 128


class TokenRefused(Exception):
    """The token identifies nobody. `kind` is the problem's: token-wrong, -expired or -used."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


@dataclass(frozen=True)
class PageToken:
    """What a payment page says."""

    id: str
    client: str
    case: str
    language: str | None
    expires_at: datetime


def make_payment_page_token(
    settings: Settings, client: str, case: str, language: str | None = None
) -> str:
    """A token as a payment page makes it; the demonstration's pages use it too."""
    claims = {
        "client": client,
        "case": case,
        "exp": utc_now() + LIFETIME,
        "jti": uuid4().hex,
        **({"lang": language} if language else {}),
    }
    secret = page_secret(settings, client)
    return jwt.encode(claims, secret, algorithm=ALGORITHM)


def read_payment_page_token(settings: Settings, token: str, client: str) -> PageToken:
    """What the token says, if `client`'s page made it. Raises TokenRefused."""
    secret = page_secret(settings, client)
    try:
        claims = jwt.decode(token, secret, algorithms=[ALGORITHM], options={"require": CLAIMS})
    except jwt.ExpiredSignatureError as error:
        raise TokenRefused("token-expired") from error
    except (jwt.InvalidTokenError, ValueError) as error:
        raise TokenRefused("token-wrong") from error
    named = (claims["jti"], claims["case"])
    if claims["client"] != client or not all(_is_id(value) for value in named):
        raise TokenRefused("token-wrong")
    language = claims.get("lang")
    return PageToken(
        id=claims["jti"],
        client=client,
        case=claims["case"],
        language=language if isinstance(language, str) else None,
        expires_at=datetime.fromtimestamp(claims["exp"], UTC),
    )


def _is_id(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= _LONGEST_ID

"""What an identity provider says when it ends a session (OpenID Connect Back-Channel Logout 1.0)."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from backend.identity.access import fingerprint
from backend.staff.provider.refusing import Refused

EVENT = "http://schemas.openid.net/event/backchannel-logout"
_LEEWAY_SECONDS = 60
#: However long one says that it holds; the specification's advice is two minutes.
_LONGEST_SECONDS = 600


def _is_logout(events: dict[str, Any]) -> dict[str, Any]:
    if not isinstance(events.get(EVENT), dict):
        raise ValueError("no logout")
    return events


class LogoutToken(BaseModel):
    """The claims that section 2.4 asks for: whose session has ended, or which one."""

    model_config = ConfigDict(extra="ignore", strict=True)

    iss: str
    aud: str | list[str]
    iat: int | float
    exp: int | float
    jti: Annotated[str, Field(min_length=1, max_length=255)]
    events: Annotated[dict[str, Any], AfterValidator(_is_logout)]
    sub: Annotated[str, Field(min_length=1, max_length=255)] | None = None
    sid: Annotated[str, Field(min_length=1, max_length=255)] | None = None

    @model_validator(mode="before")
    @classmethod
    def _is_no_id_token(cls, claims: Any) -> Any:
        """A nonce is forbidden, so that nobody can pass one token off as the other."""
        if "nonce" in claims:
            raise ValueError("a nonce")
        return claims

    @model_validator(mode="after")
    def _says_whose(self) -> "LogoutToken":
        if self.sub is None and self.sid is None:
            raise ValueError("neither sub nor sid")
        return self

    @property
    def key(self) -> str:
        """By which the token is known if it comes again."""
        return fingerprint(f"{self.iss}\n{self.jti}")

    @property
    def session_key(self) -> str | None:
        """The session that has ended, as ours name it."""
        return session_key(self.iss, self.sid)

    @property
    def user_key(self) -> str | None:
        """The user, as keeping.Person names them."""
        return fingerprint(f"{self.iss}\n{self.sub}") if self.sub else None

    @property
    def expires_at(self) -> datetime:
        """Until when the same token could come again."""
        last = min(self.exp, self.iat + _LONGEST_SECONDS)
        return datetime.fromtimestamp(last + 2 * _LEEWAY_SECONDS, UTC)


def session_key(issuer: str, sid: Any) -> str | None:
    """How a session of the provider is kept here; None where the provider names none."""
    return fingerprint(f"{issuer}\n{sid}") if isinstance(sid, str) and sid else None


def read_logout_token(
    claims: Mapping[str, Any], issuer: str, client_id: str, now: datetime
) -> LogoutToken:
    """The token, whose signature is checked already. Raises Refused: not-valid."""
    try:
        token = LogoutToken.model_validate(dict(claims))
    except ValidationError as error:
        raise Refused("not-valid") from error
    meant = [token.aud] if isinstance(token.aud, str) else token.aud
    at = now.timestamp()
    is_fresh = (
        token.iat <= at + _LEEWAY_SECONDS
        and at <= min(token.exp, token.iat + _LONGEST_SECONDS) + _LEEWAY_SECONDS
    )
    if token.iss != issuer or client_id not in meant or not is_fresh:
        raise Refused("not-valid")
    return token

"""Settings of how staff sign in: with an identity provider, with passwords, or with both."""

from pathlib import Path
from urllib.parse import urlsplit

from pydantic import SecretStr, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings

#: What an identity provider needs beside its issuer. One without the others is half a configuration.
BESIDE_THE_ISSUER = ("oidc_client_id", "oidc_client_secret", "oidc_access_file")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class SignInSettings(BaseSettings):
    """Without an issuer there is no identity provider, and staff sign in with passwords."""

    oidc_issuer: str | None = None
    oidc_client_id: str | None = None
    oidc_client_secret: SecretStr | None = None
    oidc_access_file: Path | None = None
    #: What the button says after "Sign in with".
    oidc_name: str = "OpenID Connect"
    oidc_scopes: str = "openid profile email"
    local_passwords: bool = True

    @field_validator("oidc_issuer", *BESIDE_THE_ISSUER, mode="before")
    @classmethod
    def _nothing_written_is_nothing_set(cls, given: object) -> object:
        return given or None

    @field_validator("oidc_issuer")
    @classmethod
    def _reached_safely(cls, issuer: str | None) -> str | None:
        if issuer is None:
            return None
        parts = urlsplit(issuer)
        if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
            raise PydanticCustomError("issuer", "the issuer's address, which begins with https://")
        return issuer.rstrip("/")

    @field_validator(*BESIDE_THE_ISSUER)
    @classmethod
    def _whole_or_not_at_all(
        cls, given: str | SecretStr | Path | None, info: ValidationInfo
    ) -> str | SecretStr | Path | None:
        if "oidc_issuer" not in info.data:  # wrong itself, and named for that
            return given
        if given is None and info.data["oidc_issuer"] is not None:
            raise PydanticCustomError("half", "needed beside OIDC_ISSUER")
        if given is not None and info.data["oidc_issuer"] is None:
            raise PydanticCustomError("half", "of no use without OIDC_ISSUER")
        return given

    @field_validator("local_passwords")
    @classmethod
    def _leave_a_way_in(cls, given: bool, info: ValidationInfo) -> bool:
        if not given and info.data.get("oidc_issuer", "") is None:
            raise PydanticCustomError(
                "no_way_in", "true, or nobody can sign in without OIDC_ISSUER"
            )
        return given

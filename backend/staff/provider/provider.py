"""The identity provider as Authlib speaks with it: discovery, PKCE, keys, and the signed token."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

import httpx
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.starlette_client import OAuth, StarletteOAuth2App
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from backend.settings import Settings
from backend.staff.provider.access import Access
from backend.staff.provider.logout_token import LogoutToken, read_logout_token
from backend.staff.provider.refusing import Refused

LOGOUT_TYPE = "logout+jwt"
_TIMEOUT_SECONDS = 5.0
_LEEWAY_SECONDS = 60
#: Signed with the provider's own key. A secret that both know would let either of them sign.
_ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA")


@dataclass(frozen=True)
class Begun:
    """Where to send the browser, and what has to come back with it."""

    url: str
    state: str
    nonce: str
    code_verifier: str


class Provider:
    """One issuer, which knows this product as one of its clients.

    It raises Refused: `away` when it does not answer, or not as a provider does; `not-valid` when
    what came for the code is not signed, meant or fresh as it has to be.
    """

    def __init__(self, settings: Settings, access: Access) -> None:
        assert settings.oidc_issuer is not None
        assert settings.oidc_client_secret is not None
        self.issuer, self.name, self.access = settings.oidc_issuer, settings.oidc_name, access
        self._client_id = settings.oidc_client_id
        self._client: StarletteOAuth2App = OAuth().register(
            "provider",
            client_id=self._client_id,
            client_secret=settings.oidc_client_secret.get_secret_value(),
            server_metadata_url=f"{self.issuer}/.well-known/openid-configuration",
            client_kwargs={
                "scope": settings.oidc_scopes,
                "code_challenge_method": "S256",
                "timeout": _TIMEOUT_SECONDS,
            },
        )

    async def begin(self, come_back_to: str) -> Begun:
        """A new way to the provider. Raises Refused."""
        await self._discovered()
        return Begun(**await self._client.create_authorization_url(come_back_to))

    async def finish(
        self, code: str, come_back_to: str, *, nonce: str, code_verifier: str
    ) -> Mapping[str, Any]:
        """The claims of whoever signed in there. Raises Refused."""
        await self._discovered()
        try:
            token = await self._client.fetch_access_token(
                come_back_to, code=code, code_verifier=code_verifier
            )
            claims = await self._client.parse_id_token(
                token, nonce, claims_options=self._expected(), leeway=_LEEWAY_SECONDS
            )
        except (httpx.HTTPError, RuntimeError) as error:
            raise Refused("away") from error
        except (AuthlibBaseError, JoseError, ValueError) as error:
            raise Refused("not-valid") from error
        if claims is None:  # it signed somebody in, and does not say whom
            raise Refused("not-valid")
        return cast(Mapping[str, Any], claims)

    async def goodbye(self, come_back_to: str) -> str | None:
        """Where one signs out of the provider too; None when it has no such place, or is away."""
        try:
            metadata = await self._discovered()
        except Refused:
            return None
        if "end_session_endpoint" not in metadata:
            return None
        made = await self._client.create_logout_url(come_back_to, client_id=self._client_id)
        return str(made["url"])

    async def read_logout(self, logout_token: str, now: datetime) -> LogoutToken:
        """What the provider says has ended. Raises Refused."""
        metadata = await self._discovered()
        try:
            claims = await self._verified(
                logout_token, metadata["id_token_signing_alg_values_supported"]
            )
        except (httpx.HTTPError, RuntimeError) as error:
            raise Refused("away") from error
        except (JoseError, ValueError) as error:
            raise Refused("not-valid") from error
        return read_logout_token(claims, str(metadata["issuer"]), self._client_id or "", now)

    async def _verified(self, token: str, algorithms: list[str]) -> Mapping[str, Any]:
        """The claims, as Authlib reads those of an ID token: the keys are asked for anew once."""
        registry = JWSRegistry(algorithms=algorithms, strict_check_header=False)
        try:
            return await self._decoded(token, registry)
        except InvalidKeyIdError:
            return await self._decoded(token, registry, force=True)

    async def _decoded(
        self, token: str, registry: JWSRegistry, force: bool = False
    ) -> Mapping[str, Any]:
        keys = KeySet.import_key_set(await self._client.fetch_jwk_set(force=force))
        decoded = jwt.decode(token, keys, registry=registry)
        if decoded.header.get("typ", LOGOUT_TYPE).lower() not in (LOGOUT_TYPE, "jwt"):
            raise ValueError("another kind of token")
        return cast(Mapping[str, Any], decoded.claims)

    async def _discovered(self) -> Mapping[str, Any]:
        try:
            metadata: dict[str, Any] = await self._client.load_server_metadata()
        except (httpx.HTTPError, ValueError) as error:
            raise Refused("away") from error
        if str(metadata.get("issuer", "")).rstrip("/") != self.issuer:
            raise Refused("away")
        offered = metadata.get("id_token_signing_alg_values_supported", [])
        metadata["id_token_signing_alg_values_supported"] = [
            name for name in offered if name in _ALGORITHMS
        ]
        return metadata

    def _expected(self) -> dict[str, Any]:
        issuer = self._client.server_metadata["issuer"]
        return {
            "iss": {"essential": True, "value": issuer},
            "aud": {"essential": True, "value": self._client_id},
        }

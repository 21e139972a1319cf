"""An identity provider as it is on the wire: discovery, keys, authorization, token with PKCE.

A double of the outside world, on loopback. Whoever is sent to it is signed in at once as `person`;
what it does wrong on purpose is set in `mistakes`.
"""

import asyncio
import base64
import hashlib
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT_ID, CLIENT_SECRET = "sovinto", "a-secret-that-both-of-them-know"
PERSON = {
    "sub": "f3a1",
    "email": "Tuuli.Halla@house.example",
    "email_verified": True,
    "name": "Tuuli Halla",
    "groups": ["everybody", "debt-agents", "debt-lind"],
}
_KEY = RSAKey.generate_key(2048, {"kid": "first"}, auto_kid=False)
_ANOTHERS_KEY = RSAKey.generate_key(2048, {"kid": "first"}, auto_kid=False)


@dataclass
class IdentityProvider:
    """One issuer. `claims` are put over those of the id_token; None takes one out."""

    issuer: str = ""
    person: dict[str, Any] = field(default_factory=lambda: dict(PERSON))
    claims: dict[str, Any] = field(default_factory=dict)
    key: RSAKey = field(default_factory=lambda: _KEY)
    published: RSAKey = field(default_factory=lambda: _KEY)
    algorithm: str = "RS256"
    refuses: bool = False
    signs_out: bool = True
    named_issuer: str | None = None
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    tokens_given: int = 0

    def signs_with_anothers_key(self) -> None:
        """The published key stays."""
        self.key = _ANOTHERS_KEY

    def takes_a_new_key(self) -> None:
        """As providers do from time to time."""
        self.key = self.published = RSAKey.generate_key(2048, {"kid": "second"}, auto_kid=False)

    def application(self) -> Starlette:
        """What it serves."""
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self._discovery),
                Route("/keys", self._keys),
                Route("/authorize", self._authorize),
                Route("/token", self._token, methods=["POST"]),
            ]
        )

    async def _discovery(self, _: Request) -> Response:
        more = {"end_session_endpoint": f"{self.issuer}/end"} if self.signs_out else {}
        return JSONResponse(
            {
                "issuer": self.named_issuer or self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
                "code_challenge_methods_supported": ["S256"],
                "token_endpoint_auth_methods_supported": ["client_secret_basic"],
                **more,
            }
        )

    async def _keys(self, _: Request) -> Response:
        public = self.published.as_dict(private=False)
        return JSONResponse({"keys": [{**public, "use": "sig", "alg": "RS256"}]})

    async def _authorize(self, request: Request) -> Response:
        asked = dict(request.query_params)
        assert asked["client_id"] == CLIENT_ID
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        assert "openid" in asked["scope"].split()
        given = {"state": asked["state"]}
        if self.refuses:
            given["error"] = "access_denied"
        else:
            given["code"] = secrets.token_urlsafe(16)
            self.codes[given["code"]] = asked
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(given)}", 302)

    async def _token(self, request: Request) -> Response:
        given = {name: one[0] for name, one in parse_qs((await request.body()).decode()).items()}
        asked = self.codes.pop(given.get("code", ""), None)  # a code is good once
        if request.headers.get("authorization") != _basic():
            return JSONResponse({"error": "invalid_client"}, 401)
        if asked is None or asked["redirect_uri"] != given.get("redirect_uri"):
            return JSONResponse({"error": "invalid_grant"}, 400)
        digest = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != asked["code_challenge"]:
            return JSONResponse({"error": "invalid_grant"}, 400)
        self.tokens_given += 1
        return JSONResponse(
            {
                "access_token": secrets.token_urlsafe(16),
                "token_type": "Bearer",
                "expires_in": 300,
                "id_token": self._id_token(asked["nonce"]),
            }
        )

    def logout_token(self, typ: str | None = "logout+jwt", **claims: Any) -> str:
        """That `person` signed out (Back-Channel Logout 1.0); `claims` as those of the provider."""
        now = int(time.time())
        meant = {
            "iss": self.issuer,
            "aud": CLIENT_ID,
            "iat": now,
            "exp": now + 120,
            "jti": secrets.token_urlsafe(8),
            "events": {"http://schemas.openid.net/event/backchannel-logout": {}},
            "sub": self.person["sub"],
            **claims,
        }
        return self._signed({name: it for name, it in meant.items() if it is not None}, typ)

    def _id_token(self, nonce: str) -> str:
        now = int(time.time())
        meant = {
            "iss": self.issuer,
            "aud": CLIENT_ID,
            "iat": now,
            "exp": now + 300,
            "nonce": nonce,
            **self.person,
            **self.claims,
        }
        return self._signed({name: it for name, it in meant.items() if it is not None})

    def _signed(self, said: dict[str, Any], typ: str | None = None) -> str:
        header = {"alg": self.algorithm, "kid": self.key.kid, **({"typ": typ} if typ else {})}
        key: Any = self.key
        if self.algorithm == "HS256":  # signed with the secret that both know
            key = OctKey.import_key(CLIENT_SECRET)
        return jwt.encode(header, said, key, algorithms=[self.algorithm])


def _basic() -> str:
    return f"Basic {base64.b64encode(f'{CLIENT_ID}:{CLIENT_SECRET}'.encode()).decode()}"


@asynccontextmanager
async def identity_provider() -> AsyncIterator[IdentityProvider]:
    """One that serves on a port of its own."""
    provider = IdentityProvider()
    config = uvicorn.Config(provider.application(), port=0, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.005)
    host, port = server.servers[0].sockets[0].getsockname()
    provider.issuer = f"http://{host}:{port}"
    yield provider
    server.should_exit = True
    await serving

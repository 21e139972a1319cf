"""Meta signs the raw body: HMAC-SHA256 with the app secret. A GET asks once who listens here.

https://developers.facebook.com/docs/graph-api/webhooks/getting-started
"""

import hmac
from collections.abc import Mapping
from hashlib import sha256

from backend.channels.comparing import same
from backend.channels.incoming import SecretOf, Webhook

HEADER = "x-hub-signature-256"


def verify(webhook: Webhook, secret: SecretOf) -> bool:
    """Whether the app whose secret it is has sent it."""
    key = secret("secret")
    return bool(key) and same(webhook.headers.get(HEADER, ""), signature(webhook.body, key))


def signature(body: bytes, key: str) -> str:
    """What the header has to say."""
    return "sha256=" + hmac.new(key.encode(), body, sha256).hexdigest()


def challenge(query: Mapping[str, str], secret: SecretOf) -> str | None:
    """What is to be echoed to a handshake; None when it does not know the token."""
    given = query.get("hub.verify_token", "")
    if query.get("hub.mode") != "subscribe" or not same(given, secret("verify")):
        return None
    return query.get("hub.challenge")

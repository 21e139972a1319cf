"""Twilio signs the public URL and the sorted fields of the form: HMAC-SHA1 with the auth token.

https://www.twilio.com/docs/usage/security
"""

import base64
import hmac
from hashlib import sha1
from urllib.parse import parse_qsl

from backend.channels.comparing import same
from backend.channels.incoming import SecretOf, Webhook

HEADER = "x-twilio-signature"


def verify(webhook: Webhook, secret: SecretOf) -> bool:
    """Whether the account whose token it is has sent it, to this very URL."""
    token = secret("token")
    return bool(token) and same(webhook.headers.get(HEADER, ""), signature(webhook, token))


def signature(webhook: Webhook, token: str) -> str:
    """What the header has to say. Empty values are signed too, and nothing is trimmed."""
    fields = parse_qsl(webhook.body.decode("latin-1"), keep_blank_values=True)
    signed = webhook.url + "".join(name + value for name, value in sorted(set(fields)))
    digest = hmac.new(token.encode(), signed.encode("utf-8", "surrogatepass"), sha1).digest()
    return base64.b64encode(digest).decode()

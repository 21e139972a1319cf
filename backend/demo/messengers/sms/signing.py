"""Twilio's signature of a request to a webhook."""

import base64
import hashlib
import hmac
from collections.abc import Mapping

HEADER = "X-Twilio-Signature"


def signature(token: str, address: str, fields: Mapping[str, str]) -> str:
    """HMAC-SHA1 with the account's auth token over the address and the sorted fields."""
    signed = address + "".join(name + fields[name] for name in sorted(fields))
    made = hmac.new(token.encode(), signed.encode(), hashlib.sha1)
    return base64.b64encode(made.digest()).decode()

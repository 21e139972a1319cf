"""Files of each kind, as small as they can be told by, and a debtor who sends them."""

from typing import Any
from uuid import uuid4

import httpx

from backend.identity.payment_page import make_payment_page_token
from backend.services import Services
from tests.backend.conversations.fixtures import Visitor

FILES = {
    "jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
    "png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "webp": b"RIFF\x1a\x00\x00\x00WEBPVP8 ",
    "heic": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00",
    "pdf": b"%PDF-1.7\n%%EOF\n",
}
PDF = FILES["pdf"]


async def alva(http: httpx.AsyncClient, house: Services, **more: Any) -> Visitor:
    """The debtor of L-1, identified."""
    token = make_payment_page_token(house.settings, "lind", "L-1")
    return await Visitor.arrives(http, token=token, **more)


async def send(visitor: Visitor, content: bytes = PDF, id: str | None = None) -> httpx.Response:
    """Sends a file."""
    return await visitor.http.post(
        f"{visitor.path}/attachments",
        params={"id": id or uuid4().hex},
        content=content,
        headers=visitor.headers,
    )

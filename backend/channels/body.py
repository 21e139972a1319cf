"""Reads a webhook's body, and no more of it than such a body can be."""

from fastapi import Request

from backend.problems import Problem

#: Meta documents payloads of up to 3 MB; ours are texts, and the largest batch is far smaller.
LARGEST_BODY = 1024 * 1024


async def read_body(request: Request) -> bytes:
    """The raw bytes. Raises the problem message-too-long."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST_BODY:
            raise Problem(413, "message-too-long", f"At most {LARGEST_BODY} bytes are taken.")
    return bytes(body)

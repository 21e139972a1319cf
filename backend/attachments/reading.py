"""Reads a file that is sent as the request's body, no further than a file may be large."""

from fastapi import Request


class TooLarge(Exception):
    """The file is larger than any may be."""


async def read_file(request: Request, largest: int) -> bytes:
    """The body. Raises TooLarge, before it is read where the request tells its length."""
    told = request.headers.get("content-length", "")
    if told.isascii() and told.isdigit() and int(told) > largest:
        raise TooLarge
    content = bytearray()
    async for part in request.stream():
        content += part
        if len(content) > largest:
            raise TooLarge
    return bytes(content)

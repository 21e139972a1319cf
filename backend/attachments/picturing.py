"""Makes a picture that every browser shows of one that few do."""

import asyncio
import sys
from pathlib import Path

import structlog

log = structlog.get_logger(__name__)

_PROGRAM = Path(__file__).with_name("converting.py")
_SECONDS = 30.0
#: Each takes a core for about a second.
_turns = asyncio.Semaphore(2)


class Unreadable(Exception):
    """What calls itself a picture is none, or too large a one."""


async def as_jpeg(content: bytes) -> bytes:
    """The picture as a JPEG, upright, without what else the file says. Raises Unreadable."""
    async with _turns:
        program = await asyncio.create_subprocess_exec(
            *(sys.executable, "-I", str(_PROGRAM)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={},
        )
        try:
            async with asyncio.timeout(_SECONDS):
                picture, _ = await program.communicate(content)
        except TimeoutError as late:
            raise Unreadable from late
        finally:
            if program.returncode is None:
                program.kill()
                await program.wait()
    if program.returncode != 0 or not picture:
        log.info("picture not shown", code=program.returncode)
        raise Unreadable
    return picture

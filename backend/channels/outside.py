"""What sending needs of the world outside, and how it can fail."""

from dataclasses import dataclass

import httpx

from backend.channels.incoming import SecretOf


class NotSent(Exception):
    """A message was not taken. `permanent`: trying again is of no use.

    `reason` is the channel's code or a word of ours; `retry_after` the seconds it wants to wait;
    `stopped`: the person has told the channel that they want nothing more.
    """

    def __init__(
        self,
        reason: str,
        *,
        permanent: bool = False,
        retry_after: float | None = None,
        stopped: bool = False,
    ) -> None:
        super().__init__(reason)
        self.reason, self.permanent, self.retry_after = reason, permanent, retry_after
        self.stopped = stopped


@dataclass(frozen=True)
class Line:
    """The connection of one client to one channel.

    `api` is the base address without a slash at its end, `sender` the client's own address there,
    `callback` our webhook's public address.
    """

    http: httpx.AsyncClient
    api: str
    secret: SecretOf
    sender: str
    callback: str


async def post(line: Line, path: str, **given: object) -> httpx.Response:
    """Posts, and makes of a connection that failed a reason to try again. Raises NotSent.

    Neither address nor content is in the reason: the address may hold a token.
    """
    try:
        return await line.http.post(line.api + path, **given)  # type: ignore[arg-type]
    except httpx.HTTPError as error:
        raise NotSent(type(error).__name__) from None


def seconds_in(response: httpx.Response) -> float | None:
    """The seconds of a Retry-After header."""
    given = response.headers.get("Retry-After", "")
    return float(given) if given.isdecimal() else None

"""The connections to the channels' APIs: the real ones, or the doubles in a demonstration."""

import httpx

from backend.channels.clients import address_of, secret_of
from backend.channels.known import Channel
from backend.channels.outside import Line
from backend.clients import Client
from backend.settings import Settings

_TIMEOUT = httpx.Timeout(10.0, connect=5.0)


class Connections:
    """One HTTP client for all of them. In a demonstration nothing leaves this machine."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._http = httpx.AsyncClient(timeout=_TIMEOUT, trust_env=not settings.demo)

    def line(self, client: Client, channel: Channel) -> Line:
        """The line of a client to a channel."""
        return Line(
            http=self._http,
            api=self.api(channel),
            secret=secret_of(self._settings, client, channel),
            sender=address_of(client, channel),
            callback=f"{self._public}/channels/{channel.name}",
        )

    def api(self, channel: Channel) -> str:
        """The base address: the setting, else the double in a demonstration, else the real one."""
        given: str | None = getattr(self._settings, f"{channel.name}_api_url")
        usual = f"{self._public}/demo/{channel.name}" if self._settings.demo else channel.api
        return (given or usual).rstrip("/")

    @property
    def _public(self) -> str:
        return self._settings.public_url.rstrip("/")

    async def close(self) -> None:
        """Closes the connections."""
        await self._http.aclose()

"""On which channels a client is reached, and under which address."""

from typing import Annotated

from pydantic import Field

from backend.plans.reading import DataModel

#: A telephone number with its country's code, e.g. +46846500471.
Number = Annotated[str, Field(pattern=r"^\+[1-9]\d{6,14}$")]


#: Where a page stands: scheme and host, without a path. Plain http only on one's own machine.
Origin = Annotated[
    str, Field(pattern=r"^(https://[a-z0-9.-]+(:\d+)?|http://(localhost|127\.0\.0\.1)(:\d+)?)$")
]


class Web(DataModel):
    """The widget on the client's own pages; `origins` are those that are not this server's."""

    origins: tuple[Origin, ...] = ()


class Messenger(DataModel):
    """A messaging app. While it is not `active` its messages are taken and nothing is answered."""

    active: bool = True


class Telegram(Messenger):
    """The client's bot, by its user name without the @."""

    bot: Annotated[str, Field(pattern=r"^\w{5,32}$")]


class Sms(Messenger):
    """The number that people write to."""

    number: Number


class Whatsapp(Messenger):
    """The number that people write to, and its id at the provider."""

    number: Number
    phone_number_id: Annotated[str, Field(pattern=r"^\d{5,20}$")]


class Channels(DataModel):
    """The channels that are set up; one that is not named does not exist for this client."""

    web: Web | None = None
    telegram: Telegram | None = None
    sms: Sms | None = None
    whatsapp: Whatsapp | None = None

    def messenger(self, channel: str) -> Messenger | None:
        """The messaging app of this name, if the client has it; the web is none."""
        found = getattr(self, channel, None) if channel in type(self).model_fields else None
        return found if isinstance(found, Messenger) else None

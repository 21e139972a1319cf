"""The channels there are: each a folder of one shape."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from backend.channels.incoming import Received, SecretOf, Webhook
from backend.channels.outside import Line
from backend.channels.said import Body, Said, Words
from backend.channels.sms import reading as sms_reading
from backend.channels.sms import rendering as sms_rendering
from backend.channels.sms import sending as sms_sending
from backend.channels.sms import verifying as sms_verifying
from backend.channels.telegram import reading as telegram_reading
from backend.channels.telegram import rendering as telegram_rendering
from backend.channels.telegram import sending as telegram_sending
from backend.channels.telegram import verifying as telegram_verifying
from backend.channels.whatsapp import reading as whatsapp_reading
from backend.channels.whatsapp import rendering as whatsapp_rendering
from backend.channels.whatsapp import sending as whatsapp_sending
from backend.channels.whatsapp import verifying as whatsapp_verifying


@dataclass(frozen=True)
class Channel:
    """One channel. `address` is the setting in a client's file that is its address in payloads.

    `acknowledge` is set where a pressed button waits for an answer of its own.
    """

    name: str
    content_type: str
    api: str
    address: str
    verify: Callable[[Webhook, SecretOf], bool]
    read: Callable[[bytes], Received]
    render: Callable[[Said, Words], list[Body]]
    send: Callable[[Line, str, Body], Awaitable[str]]
    acknowledge: Callable[[Line, str], Awaitable[None]] | None = None
    challenge: Callable[[Mapping[str, str], SecretOf], str | None] | None = None


CHANNELS: Mapping[str, Channel] = {
    channel.name: channel
    for channel in (
        Channel(
            name="telegram",
            content_type="application/json",
            api=telegram_sending.API,
            address="bot",
            verify=telegram_verifying.verify,
            read=telegram_reading.read,
            render=telegram_rendering.render,
            send=telegram_sending.send,
            acknowledge=telegram_sending.acknowledge,
        ),
        Channel(
            name="sms",
            content_type="application/x-www-form-urlencoded",
            api=sms_sending.API,
            address="number",
            verify=sms_verifying.verify,
            read=sms_reading.read,
            render=sms_rendering.render,
            send=sms_sending.send,
        ),
        Channel(
            name="whatsapp",
            content_type="application/json",
            api=whatsapp_sending.API,
            address="phone_number_id",
            verify=whatsapp_verifying.verify,
            read=whatsapp_reading.read,
            render=whatsapp_rendering.render,
            send=whatsapp_sending.send,
            challenge=whatsapp_verifying.challenge,
        ),
    )
}

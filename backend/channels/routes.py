"""The webhooks: one address a channel, for all clients. Each client registers the same one."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from backend.channels.body import read_body
from backend.channels.clients import secret_of, with_channel
from backend.channels.counting import refuse
from backend.channels.incoming import Webhook
from backend.channels.known import CHANNELS, Channel
from backend.channels.taking import take
from backend.live import Live, live
from backend.problems import Problem, not_found
from backend.services import Services, services

router = APIRouter(prefix="/channels", include_in_schema=False)
House = Annotated[Services, Depends(services)]
Shared = Annotated[Live, Depends(live)]


async def channel_named(channel: str) -> Channel:
    """FastAPI dependency: the channel in the path. Raises the problem not-found."""
    if channel not in CHANNELS:
        raise not_found("channel")
    return CHANNELS[channel]


Named = Annotated[Channel, Depends(channel_named)]


@router.post("/{channel}")
async def take_webhook(channel: Named, request: Request, house: House, live: Shared) -> Response:
    """What the channel brings; 200 as soon as it is stored."""
    body = await read_body(request)
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type != channel.content_type:
        refuse(channel.name, "content-type")
        raise Problem(415, "content-type-wrong", f"This takes {channel.content_type}.")
    url = public_url(house, request)
    await take(house, live, channel, Webhook(url, request.headers, body))
    return Response(status_code=200)


@router.get("/{channel}")
async def answer_handshake(channel: Named, request: Request, house: House) -> Response:
    """Echoes the challenge to whoever knows the token of one of our clients."""
    if channel.challenge is None:
        raise not_found("page")
    for client in with_channel(house, channel):
        secret = secret_of(house.settings, client, channel)
        challenge = channel.challenge(request.query_params, secret)
        if challenge is not None:
            return Response(challenge, media_type="text/plain")
    refuse(channel.name, "handshake")
    raise Problem(403, "signature-wrong", "The verify token does not fit.")


def public_url(house: Services, request: Request) -> str:
    """The address as the channel knows it: a proxy in between changes host and scheme."""
    query = f"?{request.url.query}" if request.url.query else ""
    return f"{house.settings.public_url.rstrip('/')}{request.url.path}{query}"

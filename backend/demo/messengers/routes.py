"""The phones, and the control by which a test orders failures; the messengers' APIs beside them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Query

from backend.demo.messengers.answers import NextAnswer
from backend.demo.messengers.line import CHANNELS, line_of
from backend.demo.messengers.messengers import Messengers, messengers
from backend.demo.messengers.person import Person
from backend.demo.messengers.phone import Phone
from backend.demo.messengers.schemas import (
    Attached,
    Blocked,
    Edited,
    PhoneOut,
    Pressed,
    Screen,
    Written,
)
from backend.demo.messengers.sms.messages_api import router as sms
from backend.demo.messengers.telegram.bot_api import router as telegram
from backend.demo.messengers.whatsapp.graph_api import router as whatsapp
from backend.problems import not_found
from backend.services import Services, services

LONGEST_WAIT_SECONDS = 10.0

House = Annotated[Services, Depends(services)]
State = Annotated[Messengers, Depends(messengers)]
Language = Annotated[str | None, Header(alias="Accept-Language")]
Wait = Annotated[float, Query(ge=0, le=LONGEST_WAIT_SECONDS)]

router = APIRouter()
for api in (telegram, sms, whatsapp):
    router.include_router(api)


async def phone_in_use(
    client: str, phone: int, channel: str, house: House, state: State, speaks: Language = None
) -> Phone:
    """FastAPI dependency: a phone with a messenger open. Problem 404 when there is none."""
    line = line_of(house, client, channel)
    person = Person.of(line.client, phone)
    return Phone(line, state, person, line.client.language(speaks))


Used = Annotated[Phone, Depends(phone_in_use)]
_PHONE = "/demo/phone/{client}/{phone}/{channel}"


@router.post("/demo/phone/{client}/phones", status_code=201)
async def take_phone(client: str, house: House) -> PhoneOut:
    """Another person's phone."""
    person = Person.anybody(house.clients.get(client))
    name = f"{person.first_name} {person.last_name}"
    return PhoneOut(phone=person.phone, name=name, number=person.number)


@router.get(_PHONE)
async def read_screen(used: Used, after: int = 0, wait: Wait = 0) -> Screen:
    """What is new on the screen; waits up to `wait` seconds when nothing is."""
    chat = used.chat
    # A page that is older than this process starts again from the beginning.
    known = after if after <= chat.version else 0
    await chat.changed_since(known, wait)
    return Screen(
        version=chat.version,
        stopped=chat.stopped,
        empty=len(chat) == 0,
        shown=list(chat.since(known)),
    )


@router.post(_PHONE + "/texts", status_code=204)
async def write(used: Used, written: Written) -> None:
    """The person sends a text."""
    await used.write(written.text)


@router.post(_PHONE + "/presses", status_code=204)
async def press(used: Used, pressed: Pressed) -> None:
    """The person presses a button."""
    await used.press(pressed.message, pressed.choice)


@router.post(_PHONE + "/attachments", status_code=204)
async def attach(used: Used, attached: Attached) -> None:
    """The person sends a picture, a voice and so on."""
    await used.attach(attached.kind)


@router.post(_PHONE + "/edits", status_code=204)
async def edit(used: Used, edited: Edited) -> None:
    """The person changes a message."""
    await used.edit(edited.message, edited.text)


@router.post(_PHONE + "/block", status_code=204)
async def block(used: Used, blocked: Blocked) -> None:
    """The person blocks the client, or lets it write again."""
    await used.block(blocked.blocked)


@router.post(_PHONE + "/read", status_code=204)
async def read(used: Used) -> None:
    """The person has seen what is on the screen."""
    await used.read()


@router.post("/demo/messengers/{channel}/next", status_code=204)
async def order_failure(channel: str, wanted: NextAnswer, state: State) -> None:
    """The next calls of the messenger's API fail."""
    _known(channel)
    state.answers.order(channel, wanted)


@router.delete("/demo/messengers/{channel}/next", status_code=204)
async def forget_failures(channel: str, state: State) -> None:
    """No call fails any more."""
    _known(channel)
    state.answers.forget(channel)


def _known(channel: str) -> None:
    if channel not in CHANNELS:
        raise not_found("channel")

"""What a person wrote that has not reached the debtor, for whoever wrote it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.channels import window
from backend.channels.models import Contact, Delivery, Thread
from backend.channels.rules import rules
from backend.conversations.models import Message

_FILE = Path(__file__).with_name("undelivered.yml")

#: `window`: until the debtor writes again. `trouble`: it is tried again. `late`: the debtor did not
#: write again in time. `stopped`: wants nothing more to be sent. `switched_off`: the channel, by the
#: client. `unreachable`: as undelivered.yml has it. `not_taken`: any other refusal.
Why = Literal["window", "trouble", "late", "stopped", "switched_off", "unreachable", "not_taken"]


class Undelivered(BaseModel):
    """A message still waits, or has failed for good.

    `hours` is how long after the debtor's last message may be written in the channel; None: always.
    """

    state: Literal["waiting", "failed"]
    why: Why
    hours: int | None


class Codes(BaseModel):
    """What undelivered.yml says."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    unreachable: dict[str, list[str]]
    stopped: dict[str, list[str]]
    late: dict[str, list[str]]

    def why(self, channel: str, reason: str | None) -> Why:
        """Why a message failed for good."""
        if reason == "switched-off":
            return "switched_off"
        if reason == "stopped" or reason in self.stopped.get(channel, ()):
            return "stopped"
        if reason == window.CLOSED or reason in self.late.get(channel, ()):
            return "late"
        return "unreachable" if reason in self.unreachable.get(channel, ()) else "not_taken"


async def undelivered(
    session: AsyncSession, conversation: str, messages: Iterable[Message]
) -> Mapping[str, Undelivered]:
    """Which of the messages that a person wrote have not reached the debtor, by their ids."""
    theirs = [message for message in messages if message.sender == "agent"]
    going_out = select(Thread, Contact).join(Contact, Contact.id == Thread.contact_id)
    found = (await session.execute(going_out.where(Thread.conversation_id == conversation))).first()
    if found is None or not theirs:
        return {}
    thread, contact = found
    pieces = defaultdict[int, list[Delivery]](list)
    tried = select(Delivery).where(
        Delivery.conversation_id == conversation, Delivery.seq >= theirs[0].seq
    )
    for piece in await session.scalars(tried):
        pieces[piece.seq].append(piece)
    told = {it.id: _of(thread, contact, it, pieces[it.seq]) for it in theirs}
    return {message: how for message, how in told.items() if how is not None}


def _of(
    thread: Thread, contact: Contact, message: Message, pieces: Sequence[Delivery]
) -> Undelivered | None:
    channel = contact.channel
    hours = rules().window_hours.get(channel)
    for piece in pieces:
        if piece.state in ("failed", "skipped"):
            why = _codes().why(channel, piece.reason)
            return Undelivered(state="failed", why=why, hours=hours)
    waits = any(piece.state == "waiting" for piece in pieces)
    if message.seq <= thread.sent_seq:
        # It was passed over: whoever has the number now has begun a conversation of their own.
        passed = waits or not pieces
        return Undelivered(state="failed", why="late", hours=hours) if passed else None
    if window.is_closed_for(contact, message):
        return Undelivered(state="waiting", why="window", hours=hours)
    return Undelivered(state="waiting", why="trouble", hours=hours) if waits else None


@cache
def _codes() -> Codes:
    return Codes.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))

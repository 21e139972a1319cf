"""What goes in and out of the staff routes."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from backend.channels.undelivered import Undelivered
from backend.conversations.kinds import Mode
from backend.conversations.models import Message
from backend.conversations.schemas import MessageOut
from backend.handoff.clocks import ClockName
from backend.handoff.kinds import HandoffKind, HandoffState, Outcome
from backend.handoff.outcomes import outcomes

Note = Annotated[str, Field(max_length=2000)] | None


class SignIn(BaseModel):
    """Who wants to sign in; `code` where the user has a second step."""

    email: Annotated[str, Field(max_length=254)]
    password: Annotated[str, Field(max_length=200)]
    code: Annotated[str, Field(max_length=64)] | None = None


class UserOut(BaseModel):
    """Who is signed in; `clients` are those whose conversations the user may see.

    `permissions` are those of the role, from roles.yaml, so that the console shows what can be done.
    `one_time_password` says that the user is to choose a password of the own, `must_add_second_step`
    that nothing else can be done before that. Who is `by_provider` has no password here. `speaks` are
    the languages that the user is given work in, none for all; `not_trained_for` reasons for others.
    """

    id: str
    name: str
    email: str
    role: str
    permissions: list[str]
    language: str
    clients: list[str]
    speaks: list[str]
    not_trained_for: list[str]
    one_time_password: bool
    by_provider: bool
    must_add_second_step: bool


class SessionOut(BaseModel):
    """A session."""

    user: UserOut


class SignedOut(BaseModel):
    """Where one signs out of the identity provider too."""

    goodbye: str


class ClientOut(BaseModel):
    """A client as the console shows it; promises are kept by the clock of its `zone`.

    In a demonstration on another day that clock is `ahead_seconds` of the real one.
    """

    id: str
    name: str
    colour: str
    zone: str
    ahead_seconds: int = 0


class Named(BaseModel):
    """A user by name."""

    id: str
    name: str


class ClockOut(BaseModel):
    """The clock that counts now, and when its target is missed."""

    name: ClockName
    due_at: datetime


class HandoffOut(BaseModel):
    """A handoff in the queue. `priority` 1 is a crisis; `call_from` is a time that was picked."""

    id: str
    reference: str
    conversation: str
    kind: HandoffKind
    reason: str
    state: HandoffState
    priority: int
    client: ClientOut
    language: str
    wish: str
    case: str | None
    debtor: str | None
    created_at: datetime
    promised_at: datetime | None
    call_from: datetime | None
    clock: ClockOut | None
    taken_by: Named | None
    waiting_seconds: int


class OpenOfClient(BaseModel):
    """How many handoffs of a client are open; `taken` by anybody."""

    waiting: int
    taken: int


class Counts(BaseModel):
    """How many handoffs are open, `taken` by others; and by client, `taken` by anybody."""

    waiting: int
    mine: int
    taken: int
    clients: dict[str, OpenOfClient]


class HandoffsChanged(BaseModel):
    """What the lists show of a conversation now, as the live line tells it."""

    type: Literal["handoffs"] = "handoffs"
    conversation: str
    items: list[HandoffOut]
    counts: dict[str, OpenOfClient]


class Listing(BaseModel):
    """A page of a list of handoffs; `total` is how long the whole list is."""

    items: list[HandoffOut]
    total: int
    counts: Counts


class Choices(BaseModel):
    """By what lists can be filtered; `skills` are the names of what somebody is trained for."""

    clients: list[ClientOut]
    languages: list[str]
    reasons: list[str]
    skills: list[str]


class TakeOverIn(BaseModel):
    """From whom it is taken over; if somebody else has it by now, nothing happens."""

    model_config = ConfigDict(extra="forbid")

    holder: Annotated[str, Field(max_length=64)]


class AssignIn(BaseModel):
    """To whom it is given."""

    model_config = ConfigDict(extra="forbid")

    to: Annotated[str, Field(max_length=64)]


class StaffMessage(MessageOut):
    """A message with what the assistant made of it.

    `undelivered` where a person wrote it and it has not reached the debtor.
    """

    understood: dict[str, Any] | None
    undelivered: Undelivered | None = None

    @classmethod
    def to_staff(cls, message: Message, undelivered: Mapping[str, Undelivered]) -> "StaffMessage":
        """The message; `undelivered` by the messages' ids."""
        shown = cls.model_validate(message, from_attributes=True)
        return shown.model_copy(update={"undelivered": undelivered.get(message.id)})


class ConversationForStaff(BaseModel):
    """The conversation itself."""

    id: str
    language: str
    mode: Mode
    identified: bool
    channel: str
    client: ClientOut


class LedgerLineOut(BaseModel):
    """Something that was booked."""

    at: date
    kind: str
    amount: int
    text: str


class RuleOut(BaseModel):
    """A rule of the client, in the agent's language."""

    name: str
    value: str


class BalanceOut(BaseModel):
    """What is owed today, and how it is reckoned: as BalanceFacts of backend.cases."""

    total: int | None
    currency: str
    on: date
    known_until: date | None
    parts: list[dict[str, Any]]
    fees: list[dict[str, Any]]
    payments: list[dict[str, Any]]
    interest: dict[str, Any] | None


class CaseOut(BaseModel):
    """The case: facts as backend.cases tells them, and the rules that hold for it."""

    reference: str
    status: str
    debtor: dict[str, Any]
    balance: BalanceOut
    ledger: list[LedgerLineOut]
    plan: dict[str, Any] | None
    holds: list[dict[str, Any]]
    rules: list[RuleOut]


class ByPersonOut(BaseModel):
    """Where the offer stands that a person made of a wish, as in GrantOut."""

    state: str
    needs_role: str | None
    made_by: Named
    decided_by: Named | None


class ProposalOut(BaseModel):
    """What was wished for, and what the rules said; `by_person` where a person made an offer of it.

    Then it was only offered to the debtor once it was sent or agreed.
    """

    at: datetime
    terms: dict[str, Any]
    outcome: str
    reasons: list[str]
    by_person: ByPersonOut | None = None


class AgentMessageIn(BaseModel):
    """What the agent writes. `id` makes it harmless to send it again."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
    text: str


class Ending(BaseModel):
    """A person is done; calls that are not made yet may be kept for later."""

    note: Note = None
    keep_calls: bool = False


class CloseIn(Ending):
    """How it ended; `reason` is one of the outcome's in outcomes.yaml."""

    outcome: Outcome
    reason: str | None = None

    @model_validator(mode="after")
    def _reason_is_of_the_outcome(self) -> "CloseIn":
        known = outcomes()[self.outcome]
        if self.reason is not None and self.reason not in known:
            raise ValueError(f"reason is one of {', '.join(known)}")
        return self


class ReturnIn(Ending):
    """Why the assistant may go on."""

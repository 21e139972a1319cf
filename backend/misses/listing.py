"""Lists what the assistant missed, the same words once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from backend.clock import utc_now
from backend.misses.hiding import Hidden, hidden
from backend.misses.lacking import lexicon_lacking
from backend.misses.models import MissDecision
from backend.misses.repository import decisions, missed_between, names_in_cases, said_before
from backend.misses.schemas import Counts, Guess, Miss, Misses, State
from backend.services import Services
from backend.staff.models import StaffUser
from backend.staff.signed_in import clients_of

PAGE = 50
#: As many of the newest misses are grouped; more than a designer reads in a month.
MOST = 5000
DEFAULT_DAYS = 28
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Wanted:
    """Local days of the client, both counted; None means the last 28 days. No names means all."""

    first: date | None = None
    last: date | None = None
    languages: Sequence[str] = ()
    clients: Sequence[str] = ()
    state: State = "open"
    offset: int = 0


@dataclass
class _Group:
    """Messages of the same words, the newest first."""

    messages: list[Hidden] = field(default_factory=list)
    decision: MissDecision | None = None

    @property
    def state(self) -> State:
        return "open" if self.decision is None else self.decision.state


async def list_misses(house: Services, user: StaffUser, wanted: Wanted) -> Misses:
    """A page of one state, the most frequent first, and how many there are of each."""
    async with house.database.transaction() as session:
        groups = await _grouped(session, house, user, wanted)
        chosen = [group for group in groups if group.state == wanted.state]
        chosen.sort(key=lambda group: len(group.messages), reverse=True)
        page = chosen[wanted.offset : wanted.offset + PAGE]
        items = [await _shown(session, house, group) for group in page]
    return Misses(
        items=items,
        counts=Counts.model_validate(Counter(group.state for group in groups)),
        more=len(chosen) > wanted.offset + PAGE,
    )


async def _grouped(
    session: AsyncSession, house: Services, user: StaffUser, wanted: Wanted
) -> list[_Group]:
    seen = [one for one in clients_of(house, user) if not wanted.clients or one in wanted.clients]
    last = wanted.last or utc_now().date() + _DAY
    first = wanted.first or last - DEFAULT_DAYS * _DAY
    # A day more on each side, because the client's day begins before or after ours.
    window = [datetime.combine(day, time(), UTC) for day in (first - _DAY, last + 2 * _DAY)]
    found = await missed_between(session, seen, window[0], window[1], MOST)
    cases = {missed.case_reference for missed in found if missed.case_reference}
    names = await names_in_cases(session, cases)
    groups: dict[str, _Group] = {}
    for missed in found:
        zone = house.clients.get(missed.event.client).zone
        message = hidden(house, missed, names)
        if first <= missed.event.at.astimezone(zone).date() <= last and (
            not wanted.languages or message.language in wanted.languages
        ):
            groups.setdefault(message.words, _Group()).messages.append(message)
    for words, decision in (await decisions(session, list(groups))).items():
        groups[words].decision = decision
    return list(groups.values())


async def _shown(session: AsyncSession, house: Services, group: _Group) -> Miss:
    newest = group.messages[0]
    before = await said_before(session, newest.missed.message)
    understood = newest.missed.message.understood or {}
    lexicon = lexicon_lacking(understood, newest.language)
    zone = house.clients.get(newest.client).zone
    return Miss(
        id=newest.missed.event.seq,
        at=newest.missed.event.at.astimezone(zone),
        language=newest.language,
        client=newest.client,
        text=newest.text,
        times=len(group.messages),
        guesses=[
            Guess(intent=guess["name"], confidence=guess.get("confidence") or 0.0)
            for guess in (understood.get("ranking") or [])[:3]
        ],
        lacks="value" if lexicon else None,
        lexicon=lexicon,
        before=None if before is None else newest.mask(before),
        state=group.state,
        taught_as=group.decision.intent if group.decision else None,
        file=group.decision.file if group.decision else None,
    )

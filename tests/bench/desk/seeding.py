"""Agents who are signed in, and conversations that wait, are held, or are still the assistant's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle
from uuid import uuid4

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.models import Case, Debtor
from backend.clock import utc_now
from backend.conversations.models import Conversation
from backend.database import Database
from backend.handoff.models import Handoff
from backend.handoff.references import new_reference
from backend.identity.access import fingerprint, new_token
from backend.staff.models import StaffSession, StaffUser
from backend.staff.signing_in import LIFETIME
from backend.tables import import_all_tables
from tests.bench.desk.numbers import Numbers

REASONS = ("requested", "hardship", "dispute", "rules", "misunderstood")


@dataclass(frozen=True)
class Agent:
    """Somebody who is signed in: the cookie, and the conversations that they have."""

    id: str
    cookie: str
    holds: list[str]


@dataclass(frozen=True)
class Seeded:
    """Who is there; `tokens` open the conversations, `fresh` are those not handed over yet."""

    agents: Sequence[Agent]
    tokens: dict[str, str]
    fresh: list[str]


async def seed(database_url: str, numbers: Numbers) -> Seeded:
    """Writes them straight into the database, about the cases of the demonstration."""
    import_all_tables()
    database = Database(database_url)
    tokens: dict[str, str] = {}
    async with database.transaction() as session:
        known = await session.execute(select(Case, Debtor).join(Debtor).order_by(Case.reference))
        cases = cycle([(row.Case, row.Debtor) for row in known])
        agents = [_agent(session, number) for number in range(numbers.consoles)]
        await session.flush()
        for agent in agents:
            for _ in range(numbers.held_by_each):
                agent.holds.append(_conversation(session, tokens, next(cases), agent.id))
        for _ in range(numbers.waiting):
            _conversation(session, tokens, next(cases), None)
        fresh = [_conversation(session, tokens, next(cases), "") for _ in range(numbers.fresh)]
    if not database.is_sqlite:
        await _analyze(database)
    await database.close()
    return Seeded(agents, tokens, fresh)


async def _analyze(database: Database) -> None:
    """What PostgreSQL does by itself in the first minute: else it plans for tables that are empty."""
    async with database.engine.connect() as connection:
        by_itself = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await by_itself.execute(text("ANALYZE"))


def _agent(session: AsyncSession, number: int) -> Agent:
    id, cookie = uuid4().hex, new_token()
    user = StaffUser(id=id, email=f"bench{number}@desk", name=f"Agent {number}", role="agent")
    user.language, user.clients, user.password_hash = "en", ["*"], "-"
    session.add(user)
    over = utc_now() + LIFETIME
    session.add(StaffSession(id=fingerprint(cookie), user_id=id, expires_at=over))
    return Agent(id, cookie, [])


def _conversation(
    session: AsyncSession, tokens: dict[str, str], about: tuple[Case, Debtor], holder: str | None
) -> str:
    """Held by somebody, waiting (None), or the assistant's still (an empty holder)."""
    case, debtor = about
    id, token = uuid4().hex, new_token()
    tokens[id] = token
    handed_over = holder != ""
    conversation = Conversation(
        id=id,
        client=case.client,
        access_hash=fingerprint(token),
        language=debtor.language,
        mode={None: "queue", "": "bot"}.get(holder, "agent"),
        case_reference=case.reference,
        agent=holder or None,
        handed_over=handed_over,
    )
    session.add(conversation)
    if handed_over:
        since = utc_now() - timedelta(seconds=len(tokens))
        session.add(
            Handoff(
                id=uuid4().hex,
                reference=new_reference(),
                conversation_id=id,
                kind="chat",
                reason=REASONS[len(tokens) % len(REASONS)],
                priority=0,
                keeps_assistant=False,
                state="taken" if holder else "waiting",
                taken_by=holder,
                taken_at=since if holder else None,
                wish="…",
                facts={},
                created_at=since,
            )
        )
    return id

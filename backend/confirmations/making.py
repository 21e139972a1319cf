"""Makes the confirmation for whoever asks and may: reads the plan, notes it in the audit, writes it.

Writing takes CPU, so it is done beside the event loop, and few at a time, so that a crowd that asks
for papers leaves the conversations their share of the machine.
"""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import AgreedPlan
from backend.audit import Actor, Subject, write_down
from backend.cases.models import Case
from backend.cases.repository import get_case
from backend.clients import Client
from backend.confirmations.document import Confirmation
from backend.confirmations.facts import confirmation_of
from backend.confirmations.saying import confirmation_texts
from backend.confirmations.writing import write
from backend.services import Services

#: The library lets other threads run meanwhile; more than one would only take cores from others.
_WRITER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="confirmations")


@dataclass(frozen=True)
class File:
    """A PDF. Its name may be seen by others: it tells the day of the agreement and nothing else."""

    name: str
    content: bytes


async def make_confirmation(
    house: Services,
    read: Callable[[AsyncSession], Awaitable[AgreedPlan]],
    by: Actor,
    *languages: str | None,
) -> File:
    """The confirmation in the first of `languages` that has texts, else that of the plan itself.

    `read` gives the plan as far as they may read it, and raises the problem not-found.
    """
    async with house.database.transaction() as session:
        plan = await read(session)
        case = await get_case(session, plan.case_reference)
        client = house.clients.get(case.client)
        confirmation = await confirmation_of(session, plan, case, client)
        about = Subject("plan", plan.id)
        write_down(session, "plan.read", by, about, client=client.id, case=case.reference)
    language = _language(confirmation, case, client, languages)
    loop = asyncio.get_running_loop()
    content = await loop.run_in_executor(_WRITER, write, confirmation, language)
    return File(f"{confirmation.agreed_at:%Y-%m-%d}.pdf", content)


def _language(
    confirmation: Confirmation, case: Case, client: Client, wanted: tuple[str | None, ...]
) -> str:
    """What was read before the yes is best understood in its own language."""
    own = confirmation.words.language if confirmation.words else case.debtor.language
    known = confirmation_texts()
    return next((code for code in (*wanted, own) if code and code in known), client.home_language)

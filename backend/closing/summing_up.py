"""The summary that is written already when an agent ends a conversation: facts in a template."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from backend.audit import Actor, Subject, write_down
from backend.clients import Client
from backend.closing.facts import Fact, facts_of
from backend.closing.schemas import Ending, OutcomeOut
from backend.handoff.outcomes import outcomes
from backend.handoff.repository import current_handoff
from backend.problems import not_found
from backend.services import Services
from backend.staff.detail import staff_conversation
from backend.staff.models import StaffUser
from backend.wording import Catalogue

_TEXTS = Path(__file__).parent / "texts"


@cache
def closing_texts() -> Mapping[str, Catalogue]:
    """The catalogues of this package by language."""
    return Catalogue.read_folder(_TEXTS)


async def show_ending(house: Services, user: StaffUser, conversation: str) -> Ending:
    """The summary in the user's language, and how it may have ended. Raises not-found.

    That the case was read for it is written down.
    """
    async with house.database.transaction() as session:
        found = await staff_conversation(session, house, user, conversation)
        handoff = await current_handoff(session, conversation)
        if handoff is None:
            raise not_found("conversation")
        client = house.clients.get(found.client)
        now = house.clock.now(client.zone)
        if (case := found.case_reference) is not None:
            by, about = Actor.staff(user.id), Subject("case", case)
            write_down(session, "case.read", by, about, client=client.id)
        facts = await facts_of(session, found, handoff, client, now)
    return Ending(
        summary="\n".join(_line(house, fact, user.language, client) for fact in facts),
        outcomes=[
            OutcomeOut(outcome=outcome, reasons=list(reasons))
            for outcome, reasons in outcomes().items()
        ],
    )


def _line(house: Services, fact: Fact, language: str, client: Client) -> str:
    """A fact in words; why it was handed over is said as everywhere else."""
    own = closing_texts()[language]
    values = dict(fact.values)
    if "hold" in values:
        # A reason that only the case system knows is told as it calls it.
        values["what"] = own.write("hold", {"code": values["hold"]})
    catalogue = own if fact.text in own.texts else house.texts[language]
    line = catalogue.write(fact.text, values, client.country)
    return line if line.endswith((".", "”")) else f"{line}."

"""What a yes does to the limitation of a claim: it has to be said before it is asked for."""

from datetime import date

from backend.agreements.reasons import agreement_texts
from backend.agreements.schemas import Notice
from backend.cases.claims import kind_in_law
from backend.cases.models import Case
from backend.clients import Client
from backend.plans import effect_of_agreement

RENEWS = "limitation_renewed"
LONGER = "limitation_longer"


def notices_for(case: Case, client: Client, on: date) -> list[Notice]:
    """The notices of an agreement about the case on the day `on`; their texts come with a language.

    An agreement acknowledges the claim, which interrupts or renews its limitation in the countries
    where its data says so (see each country's `limitation.agreement` and its source).
    """
    kind = kind_in_law(case)
    renewal = effect_of_agreement(client.jurisdiction, kind, on, due=case.due_date)
    if renewal is None:
        return []
    code = LONGER if renewal.longer else RENEWS
    return [Notice(code=code, years=renewal.years, until=renewal.until)]


def in_words(notice: Notice, client: Client, language: str) -> Notice:
    """The notice with its sentence in `language`."""
    values = {"years": notice.years, "until": notice.until}
    text = agreement_texts()[language].write(notice.code, values, client.country)
    return notice.model_copy(update={"text": text})

"""What a yes does to the limitation of a claim: it has to be said before it is asked for."""

from datetime import date

from backend.agreements.models import OfferKind
from backend.agreements.reasons import agreement_texts
from backend.agreements.schemas import Notice
from backend.cases.claims import dated_claim
from backend.cases.models import Case
from backend.clients import Client
from backend.plans import AgreementKind, Renewal, effect_of_agreement

RENEWS = "limitation_renewed"
LONGER = "limitation_longer"
PERHAPS_LONGER = "limitation_perhaps_longer"

#: What the law of limitation takes an offer for.
IN_LAW: dict[OfferKind, AgreementKind] = {
    OfferKind.PLAN: "plan",
    OfferKind.SETTLEMENT: "settlement",
    OfferKind.CHANGE: "change",
    OfferKind.PAUSE: "pause",
}


def notices_for(case: Case, client: Client, agreement: AgreementKind, on: date) -> list[Notice]:
    """The notices of an agreement about the case on the day `on`; their texts come with a language.

    An agreement acknowledges the claim, which interrupts or renews its limitation in the countries
    where its data says so (see each country's `limitation.agreements` and their sources).
    """
    renewal = effect_of_agreement(client.jurisdiction, dated_claim(case), agreement, on)
    if renewal is None:
        return []
    return [
        Notice(
            code=_code(renewal),
            years=renewal.years,
            until=renewal.until,
            perhaps=renewal.perhaps,
        )
    ]


def in_words(notice: Notice, client: Client, language: str) -> Notice:
    """The notice with its sentence in `language`."""
    values = {"years": notice.years, "until": notice.until, "perhaps": notice.perhaps}
    text = agreement_texts()[language].write(notice.code, values, client.country)
    return notice.model_copy(update={"text": text})


def _code(renewal: Renewal) -> str:
    if renewal.longer:
        return LONGER
    return RENEWS if renewal.perhaps is None else PERHAPS_LONGER

"""What a debtor is told about an offer of a person: texts/<language>.yml, in the chat and read out."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from backend.agreements.renewing import in_words
from backend.agreements.schemas import Notice, OfferFacts
from backend.clients import Client
from backend.staff.granting.schemas import GrantOffer
from backend.wording import Catalogue

_TEXTS = Path(__file__).parent / "texts"


@cache
def granting_texts() -> Mapping[str, Catalogue]:
    """The catalogues of this package by language."""
    return Catalogue.read_folder(_TEXTS)


class Voice:
    """Says the texts of one language as the client's country writes amounts."""

    def __init__(self, client: Client, language: str) -> None:
        self._client = client
        self.language = client.language(language)

    def __call__(self, text: str, **values: Any) -> str:
        """A text with its values."""
        return granting_texts()[self.language].write(text, values, self._client.country)

    def offer(self, offer: OfferFacts, *, ends_plan: bool = False) -> list[str]:
        """The lines of an offer: what is paid, what it costs, what holds, and what a yes does.

        `ends_plan` tells that a plan runs, which gives way to it.
        """
        values = self._values(offer)
        lines = [self(offer.kind, **values)]
        if ends_plan and offer.kind == "settlement":
            lines.append(self("instead"))
        if offer.kind != "settlement" and offer.instalments > 1:
            lines.append(self("in_all", free=not values["added"]["amount"], **values))
        if 0 < offer.compared.today < offer.compared.plan:
            lines.append(self("today", today=self._money(offer.compared.today)))
        if offer.interest == "frozen" and offer.kind != "settlement":
            lines.append(self("frozen"))
        if offer.ends_after_days is not None and offer.kind != "settlement":
            lines.append(self("ends", days=offer.ends_after_days))
        if offer.undo_until is not None:
            lines.append(self("undo", until=offer.undo_until.isoformat()))
        return [*lines, *(notice.text for notice in offer.notices), self("question")]

    def deferral(self, offer: GrantOffer, notices: Sequence[Notice]) -> list[str]:
        """The lines of more time: until when, and what a yes does."""
        until = offer.schedule[0].due.isoformat()
        said = [in_words(notice, self._client, self.language).text for notice in notices]
        return [self("deferral", first=until), *said, self("question")]

    def agreed(self, offer: GrantOffer, reference: str) -> str:
        """That it is agreed, and what comes first."""
        first = offer.schedule[0]
        return self(
            "agreed_deferral" if offer.kind == "deferral" else "agreed",
            first=first.due.isoformat(),
            first_amount=self._money(first.amount),
            reference=reference,
        )

    def _values(self, offer: OfferFacts) -> dict[str, Any]:
        first, last = offer.schedule[0], offer.schedule[-1]
        costs = offer.costs
        return {
            "single": offer.instalments == 1,
            "rhythm": offer.rhythm,
            "instalments": offer.instalments,
            "instalment": self._money(offer.instalment),
            "first": first.due.isoformat(),
            "first_amount": self._money(first.amount),
            "last": last.due.isoformat(),
            "last_amount": self._money(last.amount),
            "total": self._money(offer.total),
            "forgiven": self._money(offer.forgiven),
            "added": self._money(costs.fee + costs.notices + costs.interest),
            "skipped": len(offer.skipped),
        }

    def _money(self, amount: int) -> dict[str, Any]:
        return {"amount": amount, "currency": self._client.currency}

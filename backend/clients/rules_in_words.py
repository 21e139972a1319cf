"""A client's rules for plans as staff read them: for which claims, and what holds for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from backend.clients.profile import Client
from backend.plans import Band
from backend.wording import Catalogue


@dataclass(frozen=True)
class BandInWords:
    """One band; `when` names the claims that it is for."""

    when: str
    lines: list[str]


class RulesInWords:
    """Writes a client's rules in one language, with amounts as in the client's country."""

    def __init__(self, client: Client, catalogue: Catalogue) -> None:
        self._client = client
        self._catalogue = catalogue

    def bands(self) -> list[BandInWords]:
        """The bands in the order in which they are tried."""
        rules = self._client.rules.bands
        return [BandInWords(self._when(band), list(self._lines(band))) for band in rules]

    def _when(self, band: Band) -> str:
        balance = band.when.balance
        key = {
            (False, False): "rule_band_all",
            (False, True): "rule_band_up_to",
            (True, False): "rule_band_over",
            (True, True): "rule_band_between",
        }[balance.over > 0, balance.up_to is not None]
        parts = [self._say(key, over=self._money(balance.over), up_to=self._money(balance.up_to))]
        if band.when.debtor is not None:
            parts.append(self._say("rule_band_debtor", debtor=band.when.debtor.value))
        if band.when.broken_plans is not None:
            parts.append(self._say("rule_band_broken", count=band.when.broken_plans.at_most))
        return ", ".join(parts)

    def _lines(self, band: Band) -> Iterator[str]:
        yield self._say("rule_line_instalment", least=self._money(band.instalment.at_least))
        yield self._say("rule_line_instalments", count=band.instalments.at_most)
        yield self._say("rule_line_first_payment", count=band.first_payment.within_days)
        for every in band.rhythm:
            yield self._say("rule_line_rhythm", rhythm=every.value)
        days = band.pay_days
        yield self._say("rule_line_pay_days", first=days.first, last=days.last)
        if band.deferral is None:
            yield self._say("rule_line_no_deferral")
        else:
            yield self._say("rule_line_deferral", count=band.deferral.at_most_days)
        if band.why:
            yield self._say("rule_line_why", why=band.why)

    def _money(self, amount: int | None) -> dict[str, Any]:
        return {"amount": amount or 0, "currency": self._client.currency}

    def _say(self, text: str, **values: Any) -> str:
        return self._catalogue.write(text, values, self._client.country)

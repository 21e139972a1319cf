"""A band, and what people may grant beyond it, as staff read it: for which claims, and what holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from backend.clients.profile import Client
from backend.plans import Band, Limits, Rhythm
from backend.plans.rules.when import Age, Balance, When
from backend.wording import Catalogue

_LATER = ("settlement", "pause", "change")


@dataclass(frozen=True)
class BandInWords:
    """`when` names the claims that it is for, or who may grant it."""

    when: str
    lines: list[str]


class BandWriter:
    """Writes in one language, with amounts as in the client's country."""

    def __init__(self, client: Client, catalogue: Catalogue) -> None:
        self._client = client
        self._catalogue = catalogue

    def band(self, band: Band) -> BandInWords:
        """A band, line by line; what it does not let happen is told as what only a person can do."""
        lines = [*self._plan(band), *self._costs(band), *self._later(band)]
        missing = [name for name in ("deferral", *_LATER) if getattr(band, name) is None]
        lines += [self.say(f"rule_line_no_{name}") for name in missing]
        if band.why:
            lines.append(self.say("rule_line_why", why=band.why))
        return BandInWords(", ".join(self.claims(band.when)), lines)

    def by_hand(self, role: str, limits: Limits) -> BandInWords:
        """What a role may grant, and about which debts when not about all."""
        about = [self._balance(limits.balance)] if limits.balance != Balance() else []
        lines = [*about, *self._plan(limits), *self._later(limits)]
        return BandInWords(self.say("rule_hand", role=role), lines)

    def say(self, text: str, **values: Any) -> str:
        """One text of the catalogue."""
        return self._catalogue.write(text, values, self._client.country)

    def claims(self, when: When) -> Iterator[str]:
        """Which claims, condition by condition, the balance first."""
        yield self._balance(when.balance)
        if when.age_days is not None:
            yield self._age(when.age_days)
        if when.debtor is not None:
            yield self.say("rule_band_debtor", debtor=when.debtor.value)
        if when.broken_plans is not None:
            yield self.say("rule_band_broken", count=when.broken_plans.at_most)
        if when.status is not None:
            standings = [standing.value for standing in when.status]
            yield " / ".join(self.say("rule_band_status", status=name) for name in standings)

    def _balance(self, balance: Balance) -> str:
        key = {
            (False, False): "rule_band_all",
            (False, True): "rule_band_up_to",
            (True, False): "rule_band_over",
            (True, True): "rule_band_between",
        }[balance.over > 0, balance.up_to is not None]
        return self.say(key, over=self._money(balance.over), up_to=self._money(balance.up_to))

    def _age(self, age: Age) -> str:
        bounds = "over" if age.up_to is None else "up_to" if age.over < 0 else "between"
        return self.say("rule_band_age", bounds=bounds, over=age.over, up_to=age.up_to)

    def _plan(self, given: Band | Limits) -> Iterator[str]:
        """How a plan may be; of limits only what they name."""
        if given.instalment:
            yield self.say("rule_line_instalment", least=self._money(given.instalment.at_least))
        if given.instalments:
            yield self.say("rule_line_instalments", count=given.instalments.at_most)
        if given.duration:
            yield self.say("rule_line_duration", count=given.duration.at_most_months)
        if first := given.first_payment:
            yield self.say("rule_line_first_payment", count=first.within_days)
            if first.not_before_days > 1:
                yield self.say("rule_line_first_not_before", count=first.not_before_days)
        if down := given.down_payment:
            if down.at_least_percent is not None:
                share = down.at_least_percent.root
                yield self.say("rule_line_down_payment_share", share=share)
            else:
                yield self.say("rule_line_down_payment_sum", least=self._money(down.at_least))

    def _costs(self, band: Band) -> Iterator[str]:
        for every in band.rhythm:
            yield self.say("rule_line_rhythm", rhythm=every.value)
        if Rhythm.MONTHLY in band.rhythm:
            days = band.pay_days
            yield self.say("rule_line_pay_days", first=days.first, last=days.last)
        yield self.say("rule_line_interest", interest=band.interest)
        fees = {"plan": band.fees.plan, "notice": band.fees.notice}
        for name, fee in fees.items():
            if fee:
                yield self.say(f"rule_line_fee_{name}", fee=self._money(fee))
        if not any(fees.values()):
            yield self.say("rule_line_no_fees")

    def _later(self, given: Band | Limits) -> Iterator[str]:
        if deferral := given.deferral:
            yield self.say("rule_line_deferral", count=deferral.at_most_days)
            if deferral.at_most_times > 1:
                yield self.say("rule_line_deferral_times", count=deferral.at_most_times)
        if settlement := given.settlement:
            share, days = settlement.at_least_percent.root, settlement.within_days
            yield self.say("rule_line_settlement", share=share, count=days)
        if pause := given.pause:
            count, months = pause.at_most_instalments, pause.within_months
            yield self.say("rule_line_pause", count=count, months=months)
        if change := given.change:
            times, within = change.at_most_times, change.next_within_days
            yield self.say("rule_line_change", count=times, within=within)

    def _money(self, amount: int | None) -> dict[str, Any]:
        return {"amount": amount or 0, "currency": self._client.currency}

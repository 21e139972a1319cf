"""A client's rules for plans as staff read them: from when, for which claims, and what holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from backend.clients.band_in_words import BandInWords, BandWriter
from backend.clients.profile import Client
from backend.plans.rules.plan_rules import Version
from backend.wording import Catalogue

State = Literal["past", "now", "coming"]


@dataclass(frozen=True)
class VersionInWords:
    """The rules from a day on. Rules that have no dates have neither `since` nor `when`."""

    state: State
    since: date | None
    when: str
    lines: list[str]
    bands: list[BandInWords]
    by_hand: list[BandInWords]


class RulesInWords:
    """Writes a client's rules in one language, with amounts as in the client's country."""

    def __init__(self, client: Client, catalogue: Catalogue) -> None:
        self._versions = client.rule_book.versions
        self._write = BandWriter(client, catalogue)

    def versions(self, today: date) -> list[VersionInWords]:
        """All versions, the oldest first, as they stand on the day `today`."""
        later = [version.start for version in self._versions[1:]]
        return [
            self._version(version, until, today)
            for version, until in zip(self._versions, [*later, date.max], strict=True)
        ]

    def _version(self, version: Version, until: date, today: date) -> VersionInWords:
        state: State = "coming" if today < version.start else "past" if today >= until else "now"
        dated = version.start != date.min
        last = until - timedelta(days=1)
        values = {"since": version.start, "until": last}
        return VersionInWords(
            state=state,
            since=version.start if dated else None,
            when=self._write.say(f"rule_version_{state}", **values) if dated else "",
            lines=list(self._lines(version)),
            bands=[self._write.band(band) for band in version.bands],
            by_hand=[self._write.by_hand(*granted) for granted in version.by_hand.items()],
        )

    def _lines(self, version: Version) -> Iterator[str]:
        for trait in version.never:
            yield self._write.say("rule_never", trait=trait.value)
        if version.undo_within_days:
            yield self._write.say("rule_line_undo", count=version.undo_within_days)
        if version.why:
            yield self._write.say("rule_line_why", why=version.why)


def page_of_rules(client: Client, catalogue: Catalogue, today: date) -> Iterator[str]:
    """The lines of a page with all versions, as they stand on the day `today`."""
    for version in RulesInWords(client, catalogue).versions(today):
        yield from ("", version.when) if version.when else ()
        yield from (f"  {line}" for line in version.lines)
        for part in (*version.bands, *version.by_hand):
            yield from ("", f"  {part.when}")
            yield from (f"    · {line}" for line in part.lines)

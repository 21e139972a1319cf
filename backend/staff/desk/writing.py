"""Events as they go out to the consoles, each written once for all of them."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from backend.live import Event
from backend.live.line import Numbered
from backend.services import Services
from backend.staff.desk.rows import rows_of
from backend.staff.desk.watcher import shown


@dataclass(frozen=True)
class Written:
    """An event as it goes out; `event` decides to whom.

    `text` is None when a later one tells all that it would: a list that has changed twice.
    """

    number: int
    event: Event
    text: str | None


async def write(house: Services, found: Sequence[Numbered]) -> list[Written]:
    """The events as they go out; changes of the lists are read together, each conversation once."""
    newest = {
        it.event["conversation"]: it.number for it in found if _changes_a_conversation(it.event)
    }
    rows = await rows_of(house, newest) if newest else {}
    written = []
    for it in found:
        content = shown(it.event)
        if _changes_a_conversation(it.event):
            conversation = it.event["conversation"]
            if newest[conversation] != it.number:
                written.append(Written(it.number, it.event, None))
                continue
            with suppress(KeyError):
                content = rows[conversation]
        text = json.dumps({**content, "n": it.number}, ensure_ascii=False)
        written.append(Written(it.number, it.event, text))
    return written


class Bundles:
    """Several frames in one, for consoles that take that; those that hear the same get the same."""

    def __init__(self) -> None:
        self._made: dict[tuple[int, ...], str] = {}

    def of(self, frames: Sequence[Written]) -> list[str]:
        """The frames as one, unless there is only one."""
        texts = [it.text for it in frames if it.text is not None]
        if len(texts) < 2:
            return texts
        numbers = tuple(it.number for it in frames)
        if numbers not in self._made:
            self._made[numbers] = f'{{"type":"several","frames":[{",".join(texts)}]}}'
        return [self._made[numbers]]

    def forget(self) -> None:
        """What comes now is put together anew."""
        self._made.clear()


def _changes_a_conversation(event: Event) -> bool:
    return event["type"] == "queue" and "conversation" in event

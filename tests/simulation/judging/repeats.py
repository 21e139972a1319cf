"""Getting stuck: the same sentence twice in a row, the same question over and over."""

from collections.abc import Iterator

from tests.simulation.judging.findings import Fault, Finding
from tests.simulation.played import Played, Turn

#: So many times in a row may a question be asked with nothing new beside it.
_MOST = 2


def repeated_sentences(played: Played) -> Iterator[Finding]:
    """A text that was in the answer right before, also with a word of introduction before it."""
    for place, (before, turn) in enumerate(zip(played.turns, played.turns[1:], strict=False), 1):
        if turn.said is None:
            continue
        for text in turn.texts:
            if any(text.endswith(said) for said in before.texts):
                yield Finding(Fault.REPEAT, place, f"twice in a row: {text}")


def loops(played: Played) -> Iterator[Finding]:
    """A question that is asked more than twice in a row, with nothing new beside it."""
    asked, told = 0, set[str]()
    last: str | None = None
    for place, turn in enumerate(played.turns):
        question = _question(turn)
        new = bool(turn.cards) or any(text not in told for text in turn.texts[:-1])
        asked = asked + 1 if question is not None and question == last and not new else 1
        if asked > _MOST:
            yield Finding(Fault.LOOP, place, f"asked {asked} times: {turn.texts[-1]}")
        last = question
        told |= set(turn.texts)


def _question(turn: Turn) -> str | None:
    """What tells a question apart however it is worded: what can be pressed, else its words."""
    if not turn.texts or "?" not in turn.texts[-1]:
        return None
    titles = [button["title"] for said in turn.answer for button in said["buttons"]]
    return " / ".join(titles) or turn.texts[-1]

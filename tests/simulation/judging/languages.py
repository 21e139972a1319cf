"""Languages: the conversation follows the debtor's, and its buttons are in it."""

from collections.abc import Iterator

from tests.simulation.judging.findings import Fault, Finding
from tests.simulation.played import Played
from tests.simulation.titles import languages_of

#: Fewer words may be of several languages.
_WORDS_THAT_TELL = 4


def other_languages(played: Played) -> Iterator[Finding]:
    """A button in another language than the conversation's, or a language that was not followed."""
    for place, turn in enumerate(played.turns):
        for title in (button["title"] for said in turn.answer for button in said["buttons"]):
            spoken = languages_of(title)
            if turn.language and spoken and turn.language not in spoken:
                yield Finding(
                    Fault.LANGUAGE, place, f"“{title}” in a conversation in {turn.language}"
                )
        said = turn.said
        if said is None or not said.language or len(said.text.split()) < _WORDS_THAT_TELL:
            continue
        if turn.language != said.language:
            yield Finding(Fault.LANGUAGE, place, f"answered in {turn.language}: {said.text}")

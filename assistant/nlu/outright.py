"""What a phrase says outright outweighs what the classifier makes of the words around it.

"I am only 16" is about who owes, whatever else is in the message, and "show me the contract" is a wish to
see papers and no denial. Which phrase means what, and which intents it leaves alone, is in outright.yml.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Dict, FrozenSet, List, Mapping, Optional

import yaml

from assistant.nlu.crisis.ranking import with_crisis_first as with_first

FILE = Path(__file__).with_name("outright.yml")
#: The entity that carries what was said outright.
SUBJECT = "subject"
#: How sure a meaning is that stands in the words themselves.
CERTAIN = 0.95


@dataclass(frozen=True)
class Outright:
    """An intent, and which others give way to it."""

    means: str
    unless: FrozenSet[str] = frozenset()
    instead_of: Optional[FrozenSet[str]] = None
    below: float = 0.0

    def outweighs(self, intent: Any, confidence: float) -> bool:
        """Whether the classifier's intent gives way."""
        if intent == self.means or intent in self.unless:
            return False
        return self.instead_of is None or intent in self.instead_of or confidence < self.below


@lru_cache(maxsize=1)
def outright(path: Path = FILE) -> Mapping[str, Outright]:
    """What each subject means."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {subject: _read(one) for subject, one in content.items()}


def ranked(
    ranking: List[Dict[str, Any]], entities: List[Mapping[str, Any]]
) -> Optional[List[Dict[str, Any]]]:
    """The ranking with what was said outright first; None where it stays as it is."""
    best = ranking[0] if ranking else {}
    for found in entities:
        said = outright().get(found["value"]) if found["entity"] == SUBJECT else None
        if said and said.outweighs(best.get("name"), best.get("confidence", 0.0)):
            return with_first(ranking, said.means, CERTAIN)
    return None


def _read(one: Dict[str, Any]) -> Outright:
    only = one.get("instead_of")
    return Outright(
        one["means"],
        frozenset(one.get("unless", ())),
        None if only is None else frozenset(only),
        one.get("below", 0.0),
    )

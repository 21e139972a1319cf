"""What counts as a word about reminders: refusals.yml."""

from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

_FILE = Path(__file__).with_name("refusals.yml")
_AROUND = " .,!?\"'\n"
#: No longer message is one.
LONGEST = 60


class Refusals(BaseModel):
    """The phrases of every language; people write in the one they like."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    refuse: dict[str, list[str]]
    allow: dict[str, list[str]]

    def wants_reminders(self, text: str) -> bool | None:
        """What a message says about it; None when it is about anything else."""
        said = " ".join(text.casefold().strip(_AROUND).split())
        for wanted, spoken in ((False, self.refuse), (True, self.allow)):
            if any(said in phrases for phrases in spoken.values()):
                return wanted
        return None

    def phrase(self, language: str, *, wanted: bool) -> str:
        """What is to be written to have reminders, or to have none."""
        return (self.allow if wanted else self.refuse)[language][0]


@cache
def refusals() -> Refusals:
    """The phrases, read once."""
    return Refusals.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))

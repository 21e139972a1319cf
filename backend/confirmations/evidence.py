"""What was kept with a plan when it was agreed, as far as the confirmation tells it.

    {"language": "sv", "texts": ["12 delbetalningar ...", ...], "interest": "stopped" | "runs",
     "undo_until": "2026-12-09T10:00:00+01:00"}

Each of them may be missing, and there may be more: the evidence is written by whoever agrees.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from backend.confirmations.document import Words


class Evidence(BaseModel):
    """The part of a plan's evidence that is told."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    language: str | None = None
    texts: tuple[str, ...] = ()
    interest: Literal["stopped", "runs"] = "stopped"
    undo_until: datetime | None = None

    @property
    def words(self) -> Words | None:
        """What was read before the yes."""
        if self.language is None or not self.texts:
            return None
        return Words(self.language, self.texts)


def read_evidence(kept: Mapping[str, Any] | None) -> Evidence:
    """The evidence of a plan; a plan from before evidence was kept has none."""
    return Evidence.model_validate(kept or {})

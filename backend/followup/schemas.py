"""What is told about follow-up over HTTP, and what may be asked."""

from pydantic import BaseModel, ConfigDict


class ReminderChoice(BaseModel):
    """Whether the debtor of a case wants to be reminded."""

    model_config = ConfigDict(extra="forbid", strict=True)

    wanted: bool

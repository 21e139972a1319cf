"""What the demonstration asks of itself."""

from pydantic import BaseModel


class TokenWish(BaseModel):
    """For which case; `reset` puts it back to its first state."""

    case: str
    reset: bool = False
    language: str | None = None


class PageToken(BaseModel):
    """A payment-page token."""

    token: str
    client: str
    case: str

"""What goes out of the identity provider's routes."""

from pydantic import BaseModel


class ProviderOut(BaseModel):
    """The identity provider, by the name on its button."""

    name: str


class WaysIn(BaseModel):
    """How one can sign in."""

    password: bool
    provider: ProviderOut | None

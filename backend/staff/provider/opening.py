"""The identity provider that the settings name, if they do."""

from typing import TYPE_CHECKING

from backend.settings import Settings
from backend.staff.provider.access import read_access

if TYPE_CHECKING:
    from backend.staff.provider.provider import Provider


def open_provider(settings: Settings) -> "Provider | None":
    """Asks nothing yet: a provider that is away keeps nobody from starting. Raises AccessWrong."""
    if settings.oidc_issuer is None:
        return None
    # Loaded by those alone who have one: it takes as long as all of the staff's own code.
    from backend.staff.provider.provider import Provider

    assert settings.oidc_access_file is not None
    return Provider(settings, read_access(settings.oidc_access_file))

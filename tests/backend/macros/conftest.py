"""As for all of staff."""

from tests.backend.staff.conftest import *  # noqa: F403

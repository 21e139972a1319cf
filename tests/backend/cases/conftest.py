"""The fixtures that these packages share."""

from tests.backend.cases.house import (  # noqa: F401
    api,
    clients,
    clock,
    made_up_cases,
    seeded,
    services,
    visitor,
)

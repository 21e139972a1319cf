"""The token with which the assistant's actions, and no others, ask the case API."""

import secrets
from typing import Annotated

from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from backend.problems import Problem
from backend.services import Services, services

_bearer = HTTPBearer(auto_error=False, description="the service token")


async def service_token(
    house: Annotated[Services, Depends(services)],
    given: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
) -> None:
    """FastAPI dependency. Raises the problem service-token-wrong."""
    wanted = house.settings.service_token.get_secret_value().encode()
    if given is None or not secrets.compare_digest(given.credentials.encode(), wanted):
        raise Problem(401, "service-token-wrong", "This needs the service token as Bearer.")

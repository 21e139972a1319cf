"""What a role may do, in one place: a route names the permission it needs, roles.yaml who has it."""

from collections.abc import AsyncIterator, Callable
from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from fastapi import Depends
from pydantic import BaseModel, ConfigDict, model_validator
from starlette.requests import HTTPConnection

from backend.conversations.refusing import refusal
from backend.live import Live, live
from backend.problems import Problem
from backend.services import Services
from backend.staff.models import StaffUser
from backend.staff.refused import STATUSES, note_refusal
from backend.staff.signed_in import House, signed_in

_FILE = Path(__file__).with_name("roles.yaml")


class Roles(BaseModel):
    """The file of roles."""

    model_config = ConfigDict(extra="forbid")

    permissions: dict[str, str]
    roles: dict[str, frozenset[str]]
    second_step: frozenset[str] = frozenset()

    @model_validator(mode="after")
    def _knows_each_permission(self) -> "Roles":
        for role, allowed in self.roles.items():
            if unknown := allowed - self.permissions.keys():
                raise ValueError(f"{role} has permissions that are not there: {sorted(unknown)}")
        if unknown := self.second_step - self.roles.keys():
            raise ValueError(f"second_step names roles that are not there: {sorted(unknown)}")
        return self


@cache
def read_roles() -> Roles:
    """The roles and their permissions."""
    return Roles.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def permissions_of(role: str) -> frozenset[str]:
    """What a role may do; nothing, when there is no such role."""
    return read_roles().roles.get(role, frozenset())


def needs_second_step(house: Services, user: StaffUser) -> bool:
    """Whether the role needs the second step; whoever has none yet may do nothing else."""
    is_local = user.provider_key is None and not house.settings.demo
    return is_local and user.role in read_roles().second_step


def permissions_now(house: Services, user: StaffUser) -> frozenset[str]:
    """What the user may do as things stand: nothing, before the second step that the role needs."""
    waits = needs_second_step(house, user) and user.second_step_since is None
    return frozenset() if waits else permissions_of(user.role)


def roles_that_may(permission: str) -> frozenset[str]:
    """The roles that have a permission."""
    return frozenset(role for role, allowed in read_roles().roles.items() if permission in allowed)


class Guard:
    """A FastAPI dependency: the user, who may do this. Raises signed-out and not-allowed.

    Around the route: what the route itself refuses as not this user's is written down too.
    """

    def __init__(self, permission: str) -> None:
        self.permission = permission

    async def __call__(
        self,
        connection: HTTPConnection,
        user: Annotated[StaffUser, Depends(signed_in)],
        house: House,
        shared: Annotated[Live, Depends(live)],
    ) -> AsyncIterator[StaffUser]:
        """The user, while the route runs."""
        try:
            if self.permission not in permissions_now(house, user):
                has_it = self.permission in permissions_of(user.role)
                kind = "second-step-missing" if has_it else "not-allowed"
                raise refusal(house, user.language, 403, kind)
            yield user
        except Problem as problem:
            if problem.status in STATUSES:
                path = connection.path_params
                await note_refusal(house, shared, user, path, self.permission, problem)
            raise


def allowed_to(permission: str) -> Callable[..., AsyncIterator[StaffUser]]:
    """The guard of a permission. Raises LookupError for one that roles.yaml does not have."""
    if permission not in read_roles().permissions:
        raise LookupError(f"{_FILE.name} knows no permission {permission}")
    return Guard(permission)

"""The users' routes, and the one with which a user changes the own password."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from backend.conversations.body_limit import LimitedBodyRoute
from backend.live import Live, live
from backend.staff.models import StaffUser
from backend.staff.own_password import change_own_password
from backend.staff.permissions import allowed_to
from backend.staff.signed_in import House, from_the_console, signed_in
from backend.staff.signing_in import give_cookie
from backend.staff.user_schemas import (
    Change,
    NewPassword,
    NewUser,
    OwnPassword,
    StaffUserOut,
    UserAdded,
    Users,
)
from backend.staff.users import add_user, change_user, list_users, set_new_password

router = APIRouter(
    prefix="/api/staff", route_class=LimitedBodyRoute, dependencies=[Depends(from_the_console)]
)
Me = Annotated[StaffUser, Depends(signed_in)]
Administrator = Annotated[StaffUser, Depends(allowed_to("users.manage"))]
Shared = Annotated[Live, Depends(live)]


@router.post("/session/password", status_code=204)
async def give_own_password(
    given: OwnPassword, me: Me, house: House, shared: Shared, response: Response
) -> None:
    """My password is another from now on; I stay signed in here, and nowhere else."""
    give_cookie(house, response, await change_own_password(house, shared, me, given))


@router.get("/users")
async def read_users(me: Administrator, house: House) -> Users:
    """The users."""
    return Users(items=await list_users(house, me))


@router.post("/users", status_code=201)
async def begin_user(wanted: NewUser, me: Administrator, house: House) -> UserAdded:
    """A new user."""
    user, password = await add_user(house, me, wanted)
    return UserAdded(user=_shown(user), password=password)


@router.patch("/users/{user}")
async def edit_user(user: str, change: Change, me: Administrator, house: House) -> StaffUserOut:
    """Another role, other clients, or no way in any more."""
    return _shown(await change_user(house, me, user, change))


@router.post("/users/{user}/password")
async def renew_password(user: str, me: Administrator, house: House) -> NewPassword:
    """A new password for somebody who has lost the own one."""
    return NewPassword(password=await set_new_password(house, me, user))


def _shown(user: StaffUser) -> StaffUserOut:
    return StaffUserOut.model_validate(user, from_attributes=True)

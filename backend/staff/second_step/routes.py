"""The routes with which users see to their own second step, and administrators take it away."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request

from backend.conversations.body_limit import LimitedBodyRoute
from backend.identity.access import fingerprint
from backend.live import Live, live
from backend.plans.references.qr import qr_rows
from backend.staff.models import StaffUser
from backend.staff.permissions import allowed_to, needs_second_step
from backend.staff.second_step.changing import begin, confirm, renew_codes, reset, turn_off
from backend.staff.second_step.recovery import count_codes
from backend.staff.second_step.schemas import Code, NewSecret, Password, RecoveryCodes, SecondStep
from backend.staff.signed_in import House, from_the_console, signed_in
from backend.staff.signing_in import COOKIE

router = APIRouter(
    prefix="/api/staff", route_class=LimitedBodyRoute, dependencies=[Depends(from_the_console)]
)
Me = Annotated[StaffUser, Depends(signed_in)]
Administrator = Annotated[StaffUser, Depends(allowed_to("users.manage"))]
Shared = Annotated[Live, Depends(live)]
_OWN = "/session/second-step"


@router.get(_OWN)
async def read_own(me: Me, house: House) -> SecondStep:
    """How it stands with mine."""
    async with house.database.transaction() as session:
        left = await count_codes(session, me.id)
    return SecondStep(
        since=me.second_step_since,
        needed=needs_second_step(house, me),
        codes_left=left,
        by_provider=me.provider_key is not None,
    )


@router.post(_OWN)
async def begin_own(given: Password, me: Me, house: House, shared: Shared) -> NewSecret:
    """What my app has to know."""
    secret, address = await begin(house, shared, me, given.password)
    return NewSecret(secret=secret, address=address, rows=qr_rows(address))


@router.post(f"{_OWN}/confirm")
async def confirm_own(
    given: Code, request: Request, me: Me, house: House, shared: Shared
) -> RecoveryCodes:
    """My app has it: from now on it counts."""
    mine = fingerprint(request.cookies[COOKIE])
    return RecoveryCodes(codes=await confirm(house, shared, me, mine, given.code))


@router.post(f"{_OWN}/codes")
async def renew_own_codes(given: Code, me: Me, house: House, shared: Shared) -> RecoveryCodes:
    """New recovery codes; the ones before are worth nothing."""
    return RecoveryCodes(codes=await renew_codes(house, shared, me, given.code))


@router.post(f"{_OWN}/off", status_code=204)
async def turn_own_off(given: Code, me: Me, house: House, shared: Shared) -> None:
    """My password is enough again, unless the role needs more."""
    await turn_off(house, shared, me, given.code)


@router.delete("/users/{user}/second-step", status_code=204)
async def reset_second_step(user: str, me: Administrator, house: House) -> None:
    """Somebody has lost phone and codes, and begins anew."""
    await reset(house, me, user)

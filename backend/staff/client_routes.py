"""The clients' page of the console."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Depends

from backend.audit import Actor, write_down
from backend.conversations.body_limit import LimitedBodyRoute
from backend.staff.client_list import list_clients
from backend.staff.client_schemas import ClientList
from backend.staff.models import StaffUser
from backend.staff.permissions import allowed_to
from backend.staff.signed_in import House, from_the_console

router = APIRouter(
    prefix="/api/staff/clients",
    route_class=LimitedBodyRoute,
    dependencies=[Depends(from_the_console)],
)
Reader = Annotated[StaffUser, Depends(allowed_to("clients.read"))]
Administrator = Annotated[StaffUser, Depends(allowed_to("users.manage"))]


@router.get("")
async def read_clients(me: Reader, house: House) -> ClientList:
    """The clients, their rules in words, and what is wrong with files."""
    return list_clients(house, me)


@router.post("/reload")
async def reload_clients(me: Administrator, house: House) -> ClientList:
    """Reads the files at once; other backend processes do so within two seconds by themselves."""
    changed = await asyncio.to_thread(house.clients.reload)
    async with house.database.transaction() as session:
        write_down(session, "clients.reloaded", Actor.staff(me.id), changed=len(changed))
    return list_clients(house, me)

"""The route by which supervisors and administrators read who did what."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from backend.staff.audit import read_audit
from backend.staff.audit_schemas import AuditPage, AuditQuery
from backend.staff.models import StaffUser
from backend.staff.permissions import allowed_to
from backend.staff.signed_in import House, from_the_console

router = APIRouter(prefix="/api/staff", dependencies=[Depends(from_the_console)])
Reader = Annotated[StaffUser, Depends(allowed_to("audit.read"))]


@router.get("/audit")
async def read_rows(query: Annotated[AuditQuery, Query()], me: Reader, house: House) -> AuditPage:
    """Who read or did what."""
    return await read_audit(house, me, query)

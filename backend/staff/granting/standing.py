"""Where a grant stands."""

from datetime import datetime

from backend.staff.granting.schemas import State
from backend.staff.models import Grant


def state_of(grant: Grant, now: datetime) -> State:
    """Where the grant stands at the moment `now`."""
    if grant.agreed_at is not None:
        return "agreed"
    if grant.approved is False:
        return "refused"
    if grant.expires_at <= now:
        return "over"
    if grant.needs_role is not None and grant.approved is None:
        return "waiting"
    if grant.sent_at is not None:
        return "sent"
    return "ready" if grant.approved is None else "approved"


def is_open(grant: Grant, now: datetime) -> bool:
    """Whether something may still come of it."""
    return state_of(grant, now) in ("ready", "waiting", "approved", "sent")


def may_be_said(grant: Grant, now: datetime) -> bool:
    """Whether the debtor may hear of it and agree to it."""
    return state_of(grant, now) in ("ready", "approved", "sent")

"""What a missed message may be taught as, and whether there is a working copy to teach."""

from backend.misses.refused import refused_file
from backend.misses.schemas import Intent, Intents, WorkingCopyState
from backend.misses.working_copy import SyntaxProblem, WorkingCopy, WorkingCopyMissing
from backend.services import Services
from backend.staff.models import StaffUser
from backend.texts import say


def list_intents(house: Services, user: StaffUser) -> Intents:
    """The intents of the working copy's contract; none when it cannot be read."""
    try:
        copy = WorkingCopy(house.settings)
        subjects = copy.contract()
    except WorkingCopyMissing:
        return _none(say(house.texts, user.language, "working_copy_missing"))
    except SyntaxProblem as problem:
        return _none(refused_file(house, user.language, problem).detail)
    ready = copy.is_writable()
    says = say(
        house.texts, user.language, "working_copy_ready" if ready else "working_copy_missing"
    )
    return Intents(
        intents=[
            Intent(
                name=name,
                group=subject,
                says=about.get("example", ""),
                importance=about.get("importance", ""),
                neighbours=list(about.get("not", [])),
            )
            for subject, intents in subjects.items()
            for name, about in intents.items()
        ],
        working_copy=WorkingCopyState(ready=ready, says=says),
    )


def _none(says: str) -> Intents:
    return Intents(intents=[], working_copy=WorkingCopyState(ready=False, says=says))

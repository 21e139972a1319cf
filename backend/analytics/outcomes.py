"""How a conversation ended: the definition of it that every figure and list goes by."""

from datetime import timedelta

from sqlalchemy import CTE, ColumnElement, and_, case, or_

from backend.analytics.counting import counting
from backend.clock import utc_now


def outcome_of(
    folded: CTE, last: ColumnElement[object], rating: ColumnElement[object]
) -> ColumnElement[str]:
    """The first that is true of counting.yaml's outcomes; null while the conversation goes on."""
    rules = counting()
    still = utc_now() - timedelta(minutes=rules.over_after_minutes)
    knew_who = or_(folded.c.identified, folded.c.identified_at < folded.c.last_wish)
    helped = or_(
        last["intent"].as_string().in_(rules.helped.intents),
        rating["score"].as_integer() >= rules.helped.rating,
    )
    answered = and_(
        folded.c.last_wish.is_not(None),
        ~last["missed"].as_boolean(),
        ~last["asks"].as_boolean(),
        or_(knew_who, helped),
    )
    return case(
        (folded.c.handoff.is_not(None), "person"),
        (folded.c.last_at > still, None),
        (folded.c.agreed.is_not(None), "plan_agreed"),
        (folded.c.deferred.is_not(None), "deferred"),
        (folded.c.disputed.is_not(None), "disputed"),
        (answered, "answered"),
        else_="left",
    )

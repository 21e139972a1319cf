"""One row a conversation, as the event log tells it: how long, where, and how it ended.

It is a common table expression that every figure and list reads, so that all of them count the
same conversations. A conversation belongs to the local day on which it began.
"""

from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import CTE, ColumnElement, and_, case, func, select

from backend.analytics.counting import counting
from backend.analytics.outcomes import outcome_of
from backend.analytics.scope import Scope
from backend.eventlog.models import LoggedEvent

_DAY = timedelta(days=1)
#: The kinds that tell how a conversation went; what comes days later is about the case.
_KINDS = (
    "conversation_begun",
    "visitor_identified",
    "turn_answered",
    "plan_offered",
    "plan_agreed",
    "payment_deferred",
    "claim_disputed",
    "handoff_made",
    "conversation_rated",
)

_OF_BEGINNING = ("conversation", "client", "channel", "day", "hour", "open", "seq", "at")
_OF_COURSE = ("handoff", "agreed", "offered", "rated", "turns", "missed")


def told(scope: Scope, since: Scope | None = None) -> CTE:
    """The conversations of the scope, and of `since` when it is an earlier one.

    Columns: conversation, client, channel, language, day, hour, open, seq, at, turns, missed,
    outcome (null while it goes on), handoff (its event's seq), agreed, offered, rated, in_scope.
    """
    first_day = (since or scope).first
    begun = _begun(scope, first_day)
    folded = _folded(begun, first_day)
    last = LoggedEvent.__table__.alias("last")
    rating = LoggedEvent.__table__.alias("rating")
    language = func.coalesce(last.c.language, begun.c.language)
    rows = (
        select(
            *(begun.c[name] for name in _OF_BEGINNING),
            *(folded.c[name] for name in _OF_COURSE),
            language.label("language"),
            (begun.c.day >= scope.first.isoformat()).label("in_scope"),
            outcome_of(begun, folded, last.c.data, rating.c.data).label("outcome"),
        )
        .select_from(folded)
        .join(begun, folded.c.conversation == begun.c.conversation)
        .outerjoin(last, last.c.seq == folded.c.last_turn)
        .outerjoin(rating, rating.c.seq == folded.c.rated)
    )
    if scope.languages:
        rows = rows.where(language.in_(scope.languages))
    return rows.cte("told")


def _begun(scope: Scope, first_day: date) -> CTE:
    event, data = LoggedEvent, LoggedEvent.data
    day = data["day"].as_string()
    # The days are local ones; the moments only lead the database to them by its index.
    latest = datetime.combine(scope.last, time(), UTC) + 2 * _DAY
    rows = select(
        event.conversation,
        event.client,
        event.channel,
        event.language,
        event.seq,
        event.at,
        day.label("day"),
        data["hour"].as_integer().label("hour"),
        data["open"].as_boolean().label("open"),
        data["identified"].as_boolean().label("identified"),
    ).where(
        event.kind == "conversation_begun",
        event.at.between(_earliest(first_day), latest),
        day.between(first_day.isoformat(), scope.last.isoformat()),
        event.client.in_(scope.clients),
    )
    if scope.channels:
        rows = rows.where(event.channel.in_(scope.channels))
    return rows.cte("begun")


def _earliest(day: date) -> datetime:
    """A moment before the day begins in any time zone."""
    return datetime.combine(day, time(), UTC) - _DAY


def _folded(begun: CTE, first_day: date) -> CTE:
    event = LoggedEvent
    turn = event.kind == "turn_answered"
    missed = and_(turn, event.data["missed"].as_boolean())
    intent = event.data["intent"].as_string()
    wish = and_(turn, ~event.data["missed"].as_boolean(), intent.not_in(counting().no_wish))
    outcome = event.data["outcome"].as_string()
    offer = and_(event.kind == "plan_offered", outcome != "referral")
    return (
        select(
            event.conversation,
            _number(turn).label("turns"),
            _number(missed).label("missed"),
            func.max(case((turn, event.seq))).label("last_turn"),
            func.max(case((wish, event.seq))).label("last_wish"),
            _latest("visitor_identified").label("identified_at"),
            func.max(case((offer, event.seq))).label("offered"),
            _latest("plan_agreed").label("agreed"),
            _latest("payment_deferred").label("deferred"),
            _latest("claim_disputed").label("disputed"),
            _latest("handoff_made").label("handoff"),
            _latest("conversation_rated").label("rated"),
            func.max(event.at).label("last_at"),
        )
        .join(begun, begun.c.conversation == event.conversation)
        .where(event.kind.in_(_KINDS), event.at >= _earliest(first_day))
        .group_by(event.conversation)
        .cte("folded")
    )


def _number(which: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((which, 1), else_=0)), 0)


def _latest(kind: str) -> ColumnElement[int]:
    return func.max(case((LoggedEvent.kind == kind, LoggedEvent.seq)))

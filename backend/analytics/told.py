"""One row a conversation, as the event log tells it: how long, where, and how it ended.

It is a common table expression that every figure and list reads, so that all of them count the
same conversations. A conversation belongs to the local day on which it began.
"""

from collections.abc import Sequence
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
    "handoff_ended",
    "conversation_rated",
)

_OF_BEGINNING = ("client", "channel", "day", "hour", "open", "seq", "at")
_OF_COURSE = ("conversation", "handoff", "agreed", "offered", "rated", "turns", "missed")
_COLUMNS = _OF_BEGINNING + _OF_COURSE


def told(
    scope: Scope, since: Scope | None = None, having: Sequence[ColumnElement[bool]] = ()
) -> CTE:
    """The conversations of the scope, and of `since` when it is an earlier one.

    Columns: conversation, client, channel, language, day, hour, open, seq, at, turns, missed,
    outcome (null while it goes on), handoff (its event's seq), agreed, offered, rated, in_scope.
    Of them only those that have an event of each sort in `having`.
    """
    first_day = (since or scope).first
    folded = _folded(_begun(scope, first_day), first_day, having)
    last = LoggedEvent.__table__.alias("last")
    rating = LoggedEvent.__table__.alias("rating")
    language = func.coalesce(last.c.language, folded.c.language)
    rows = (
        select(
            *(folded.c[name] for name in _COLUMNS),
            language.label("language"),
            (folded.c.day >= scope.first.isoformat()).label("in_scope"),
            outcome_of(folded, last.c.data, rating.c.data).label("outcome"),
        )
        .select_from(folded)
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


def _folded(begun: CTE, first_day: date, having: Sequence[ColumnElement[bool]]) -> CTE:
    """One pass over the events. The beginning is grouped by and never joined again: what is told
    of it is in JSON, so a database cannot guess how many there are, and joins in the worst order.
    """
    event = LoggedEvent
    turn = event.kind == "turn_answered"
    missed = and_(turn, event.data["missed"].as_boolean())
    intent = event.data["intent"].as_string()
    wish = and_(turn, ~event.data["missed"].as_boolean(), intent.not_in(counting().no_wish))
    outcome = event.data["outcome"].as_string()
    offer = and_(event.kind == "plan_offered", outcome != "referral")
    of_beginning = [begun.c[name] for name in (*_OF_BEGINNING, "language", "identified")]
    folded = (
        select(
            event.conversation,
            *of_beginning,
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
        .group_by(event.conversation, *of_beginning)
    )
    return folded.having(*(_number(sort) > 0 for sort in having)).cte("folded")


def _number(which: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((which, 1), else_=0)), 0)


def _latest(kind: str) -> ColumnElement[int]:
    return func.max(case((LoggedEvent.kind == kind, LoggedEvent.seq)))

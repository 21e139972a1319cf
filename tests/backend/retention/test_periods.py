"""The file of periods, and how far back a span goes."""

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from backend.database import Base
from backend.plans import known_jurisdictions
from backend.retention.periods import Keep, read_periods
from backend.tables import import_all_tables

NOW = datetime(2026, 8, 31, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("keep", "day"),
    [
        ({"days": 1}, datetime(2026, 8, 30, 12, tzinfo=UTC)),
        ({"months": 6}, datetime(2026, 2, 28, 12, tzinfo=UTC)),
        ({"months": 8}, datetime(2025, 12, 31, 12, tzinfo=UTC)),
        ({"years": 7}, datetime(2019, 8, 31, 12, tzinfo=UTC)),
    ],
)
def test_a_span_goes_back_by_the_calendar(keep: dict[str, int], day: datetime) -> None:
    assert Keep(**keep).before(NOW) == day


@pytest.mark.parametrize("keep", [{}, {"days": 1, "years": 1}, {"days": 0}, {"weeks": 1}])
def test_a_span_is_one_number(keep: dict[str, int]) -> None:
    with pytest.raises(ValidationError):
        Keep.model_validate(keep)


def test_every_kind_has_its_reason_and_source() -> None:
    for name, kind in read_periods().items():
        assert len(kind.why) > 20, name
        for said in (kind, *kind.countries.values()):
            assert said.source.startswith(("house", "known", "verified")), name
        assert set(kind.countries) <= set(known_jurisdictions()), name


def test_the_tables_and_columns_that_are_named_are_there() -> None:
    import_all_tables()
    for kind in read_periods().values():
        if kind.rows is not None:
            columns = Base.metadata.tables[kind.rows.table].columns.keys()
            named = {kind.rows.moment, *kind.rows.is_null, *kind.rows.not_null}
            assert named | ({kind.rows.client} if kind.rows.client else set()) <= set(columns)


def test_a_country_may_keep_longer() -> None:
    audit = read_periods()["audit"]
    assert audit.before(NOW, "SE") < audit.before(NOW)
    assert audit.before(NOW, "somewhere else") == audit.before(NOW)

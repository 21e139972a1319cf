"""A chart as a file that a spreadsheet of the reader's country opens well, and safely."""

import csv
from io import StringIO

import pytest

from backend.analytics.csv_file import as_csv
from backend.analytics.schemas import Chart, Row
from backend.services import Services
from tests.backend.analytics.past import DAY, handoff, tell, turn
from tests.backend.analytics.readers import Reader

ON_THE_DAY = {"first": DAY, "last": DAY}


def chart(label: str) -> Chart:
    row = Row(key="x", label=label, value=12.5, of=8, before=None, drill={})
    return Chart(
        chart="handoff_rate_by_client",
        question="?",
        definition=".",
        unit="percent",
        rows=[row],
        total=None,
    )


@pytest.mark.parametrize(
    ("language", "separator", "number"), [("en", ",", "12.5"), ("fi", ";", "12,5")]
)
def test_separator_and_decimals_are_those_of_the_reader(
    language: str, separator: str, number: str
) -> None:
    file = as_csv(chart("Lind"), language)
    assert file.startswith("\ufeff")
    assert file.splitlines()[1] == separator.join(["Lind", number, "8", ""])


@pytest.mark.parametrize("label", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_text(label: str) -> None:
    [_, line] = csv.reader(StringIO(as_csv(chart(label), "en").removeprefix("\ufeff")))
    assert line[0] == "'" + label


def test_a_label_with_separators_and_quotes_stays_one_cell() -> None:
    [_, line] = csv.reader(StringIO(as_csv(chart('A; "B", C'), "en").removeprefix("\ufeff")))
    assert line[0] == 'A; "B", C'


async def test_the_file_has_the_charts_rows(lind_reader: Reader, house: Services) -> None:
    await tell(house, handoff("dispute"))
    await tell(house, turn())
    answer = await lind_reader.asks("/handoffs_by_reason.csv", **ON_THE_DAY)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert f"handoffs_by_reason-{DAY}-{DAY}.csv" in answer.headers["content-disposition"]
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines == ["Syy;Määrä;Kaikkiaan;Edellinen jakso", "Kiistää velan;1;1;0"]


async def test_hours_have_a_column_for_each_part(analyst: Reader) -> None:
    answer = await analyst.asks("/handoff_rate_by_hour.csv", **ON_THE_DAY)
    head, *lines = answer.text.removeprefix("\ufeff").splitlines()
    assert head.split(",")[4:] == [
        "Open: Percent",
        "Open: Out of",
        "Closed: Percent",
        "Closed: Out of",
    ]
    assert len(lines) == 24

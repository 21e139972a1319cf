"""A chart as a file for a spreadsheet of the reader's country."""

import csv
from collections.abc import Iterable
from io import StringIO

from babel.numbers import get_decimal_symbol

from backend.analytics.schemas import Chart
from backend.analytics.wording import words
from backend.wording import Catalogue

#: A spreadsheet runs a cell that begins so; the mark before it makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HARMLESS = "'"
_BYTE_ORDER_MARK = "\ufeff"  # without it a spreadsheet takes UTF-8 for something else
#: What a chart is by, from its name: the rows' first column.
_BY = "_by_"


def as_csv(chart: Chart, language: str) -> str:
    """The chart's rows under columns named in `language`; decimals and separator as there."""
    say = words(language)
    comma = get_decimal_symbol(say.formatter().locale) == ","
    file = StringIO()
    writer = csv.writer(file, delimiter=";" if comma else ",", lineterminator="\r\n")
    for line in _lines(chart, say):
        writer.writerow([_cell(value, "," if comma else ".") for value in line])
    return _BYTE_ORDER_MARK + file.getvalue()


def _lines(chart: Chart, say: Catalogue) -> Iterable[list[str | float | None]]:
    by = chart.chart.partition(_BY)[2]
    unit = say.write(f"column_{chart.unit}", {})
    out_of = say.write("column_of", {})
    parts = chart.rows[0].series or [] if chart.rows else []
    whole = [unit, out_of, say.write("column_before", {})]
    each = [name for part in parts for name in (f"{part.label}: {unit}", f"{part.label}: {out_of}")]
    yield [say.write(f"column_{by}", {}), *whole, *each]
    for row in chart.rows:
        series = [value for part in row.series or [] for value in (part.value, part.of)]
        yield [row.label, row.value, row.of, row.before, *series]


def _cell(value: str | float | None, decimal: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _HARMLESS + value if value.startswith(_FORMULA) else value
    return f"{value:.10g}".replace(".", decimal)

"""Rows of the table, and the page of docs/ that holds the tables."""

from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "measurements.md"


@dataclass(frozen=True)
class Row:
    """One figure; `compared` sets it against another row of the same run."""

    what: str
    measured: str
    compared: str = ""


def table(rows: list[Row]) -> str:
    """The rows in Markdown."""
    lines = ["| what | measured | compared |", "|---|---|---|"]
    lines += [f"| {row.what} | {row.measured} | {row.compared} |" for row in rows]
    return "\n".join(lines)


def times(value: float, of: float) -> str:
    """How many times as much as another figure."""
    return f"× {value / of:.2f}"


def put_on_page(part: str, content: str) -> None:
    """Replaces what stands between the part's two marks, and leaves the rest of the page."""
    begin, end = f"<!-- {part} -->", f"<!-- end of {part} -->"
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(begin, 1)
    after = rest.split(end, 1)[1]
    PAGE.write_text(f"{before}{begin}\n{content}\n{end}{after}", encoding="utf-8")

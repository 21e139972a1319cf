"""Rows of the table, and the pages of docs/ that hold the tables."""

from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"
#: Where each part of the measurements stands.
UNDERSTANDING = [
    "reading",
    "banking77",
    "banking77 with all lines",
    "norsid",
    "six-languages",
    "served",
]
PAGES = dict.fromkeys(UNDERSTANDING, DOCS / "understanding.md")
PAGES["simulation"] = DOCS / "simulation.md"
PAGES["handoffs"] = DOCS / "handover.md"
OTHERS = DOCS / "measurements.md"


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


def columns(header: list[str], rows: list[list[str]]) -> str:
    """Cells under a header, in Markdown."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def times(value: float, of: float) -> str:
    """How many times as much as another figure."""
    return f"× {value / of:.2f}"


def put_on_page(part: str, content: str) -> None:
    """Replaces what stands between the part's two marks, and leaves the rest of its page."""
    path = PAGES.get(part, OTHERS)
    begin, end = f"<!-- {part} -->", f"<!-- end of {part} -->"
    page = path.read_text(encoding="utf-8")
    before, rest = page.split(begin, 1)
    after = rest.split(end, 1)[1]
    path.write_text(f"{before}{begin}\n{content}\n{end}{after}", encoding="utf-8")

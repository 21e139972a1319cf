"""Reads the lines of the YAML tables beside this file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Optional

import yaml

from assistant.nlu.values import Found, read_values

HERE = Path(__file__).parent
SATURDAY = date(2026, 11, 21)


@dataclass(frozen=True)
class Line:
    """A message and what it holds, each value as 'entity value marks...'."""

    language: str
    say: str
    read: tuple[str, ...]
    asked: Optional[str]
    today: date
    pay_day: Optional[int]

    def found(self) -> list[Found]:
        return read_values(
            self.say,
            language=self.language,
            today=self.today,
            asked=self.asked,
            pay_day=self.pay_day,
        )


def lines(language: str) -> list[Line]:
    table: list[dict[str, Any]] = yaml.safe_load((HERE / f"{language}.yml").read_text("utf-8"))
    return [
        Line(
            language,
            row["say"],
            tuple(row["read"]),
            row.get("asked"),
            row.get("today", SATURDAY),
            row.get("pay_day"),
        )
        for row in table
    ]


def written(found: Found, wanted: str = "until=") -> str:
    """A value as the tables write it; ``until`` only where the table has it."""
    extra = found.extra
    marks = [extra[key] for key in ("currency", "when") if key in extra]
    marks += ["negated"] if found.negated else []
    marks += [extra["bound"]] if "bound" in extra else []
    marks += [f"until={extra['until']}"] if "until" in extra and "until=" in wanted else []
    return " ".join([found.entity, str(found.json_value()), *marks])

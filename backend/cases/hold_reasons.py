"""Reads holds.yaml."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from backend.plans import Stop

_FILE = Path(__file__).with_name("holds.yaml")


class HoldReason(BaseModel):
    """What may not be agreed while a hold lasts, and for how many days it does."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    stop: Stop | None = None
    days: int | None = None


@cache
def hold_reasons() -> Mapping[str, HoldReason]:
    """The reasons by their name."""
    content = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return TypeAdapter(dict[str, HoldReason]).validate_python(content)


def stops_of(reasons: Iterable[str]) -> set[Stop]:
    """The stops that come with holds for these reasons; one that is not known here brings none."""
    known = (hold_reasons().get(reason) for reason in reasons)
    return {reason.stop for reason in known if reason and reason.stop}

"""Reads duty.yaml."""

from datetime import timedelta
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

_FILE = Path(__file__).with_name("duty.yaml")


class Spans(BaseModel):
    """How long somebody wraps up, and how long a lost line is waited for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    wrap_up: timedelta
    grace: timedelta


@cache
def spans() -> Spans:
    """The spans, read once."""
    return Spans.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))

"""Reads reasons.yaml."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

_FILE = Path(__file__).with_name("reasons.yaml")


class Reason(BaseModel):
    """How urgent a reason is, and whether the assistant goes on meanwhile.

    One that `may_be_withdrawn` is over when the debtor leaves the queue; any other stays for a
    person to see to.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    priority: Literal[0, 1] = 0
    keeps_assistant: bool = False
    may_be_withdrawn: bool = False


@cache
def reasons() -> Mapping[str, Reason]:
    """The reasons by their name."""
    content = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return TypeAdapter(dict[str, Reason]).validate_python(content)

"""Where the conversation was when a person was got, from what the assistant was doing."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from backend.handoff.card.schemas import Flow
from backend.handoff.models import Handoff

_FILE = Path(__file__).with_name("flow.yaml")


class _Flows(BaseModel):
    """See flow.yaml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    forms: dict[str, str]
    pending: dict[str, str]
    reasons: dict[str, str]
    otherwise: str
    answers: dict[str, str]


def flow_of(handoff: Handoff) -> Flow:
    """The form that was open, else the question that stood, else what the reason belongs to."""
    facts, flows = handoff.facts, _flows()
    doing = flows.forms.get(str(facts.get("doing")))
    about = str(_mapping(facts.get("pending")).get("about"))
    found = doing or flows.pending.get(about) or flows.reasons.get(handoff.reason)
    waits = flows.answers.get(str(facts.get("asked"))) if doing else None
    if doing is None and about in flows.pending:
        waits = flows.answers.get(about)
    return Flow(doing=found or flows.otherwise, waits_for=waits)


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


@cache
def _flows() -> _Flows:
    return _Flows.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))

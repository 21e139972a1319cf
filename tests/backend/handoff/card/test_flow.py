"""Where the conversation was."""

from typing import Any

import pytest

from backend.handoff.card.flow import flow_of
from backend.handoff.models import Handoff


@pytest.mark.parametrize(
    ("reason", "facts", "doing", "waits_for"),
    [
        ("requested", {"doing": "plan_form", "asked": "amount"}, "plan", "terms"),
        ("crisis", {"doing": "plan_form", "asked": "decision"}, "plan", "decision"),
        ("requested", {"doing": "callback_form", "asked": "phone"}, "callback", "phone"),
        ("requested", {"pending": {"about": "offer"}, "asked": "decision"}, "change", "decision"),
        ("rules", {"pending": {"about": "handoff", "reason": "rules"}}, "plan", None),
        ("requested", {"asked": "amount"}, "talk", None),
        ("requested", {"pending": "?", "doing": 3}, "talk", None),
    ],
)
def test_it_is_the_form_the_question_or_what_the_reason_belongs_to(
    reason: str, facts: dict[str, Any], doing: str, waits_for: str | None
) -> None:
    flow = flow_of(Handoff(reason=reason, facts=facts))
    assert (flow.doing, flow.waits_for) == (doing, waits_for)

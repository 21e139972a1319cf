"""W12: one plan over two cases is offered, agreed with one yes, and stands in both."""

import httpx
import pytest

from tests.walks.case_system import CaseSystem
from tests.walks.chat import last_card
from tests.walks.walking import check_all_is_said_once, walk_through
from tests.walks.written import JointWalk, joint_walks


@pytest.mark.parametrize("walk", joint_walks("w12_one_plan"), ids=str)
def test_one_yes_makes_one_plan_over_both_cases(
    walk: JointWalk, http: httpx.Client, cases: CaseSystem
) -> None:
    chat = walk_through(http, walk)
    card = last_card(chat.last, "plan")
    assert card is not None
    paid: dict[str, int] = {}
    for payment in card["schedule"]:
        assert sum(part["amount"] for part in payment["parts"]) == payment["amount"]
        for part in payment["parts"]:
            paid[part["case"]] = paid.get(part["case"], 0) + part["amount"]
    assert paid == {share.case: share.total for share in walk.shares}
    assert card["status"] == "agreed"
    assert card["total"] == sum(share.total for share in walk.shares)
    marks = set()
    for share in walk.shares:
        case = cases.case(share.case)
        plan = case["plan"]
        assert (case["status"], plan["status"]) == ("plan", "agreed")
        assert (plan["total"], plan["reference"]) == (share.total, share.reference)
        assert cases.count_plans(share.case) == 1
        marks.add(plan["joint"]["id"])
    assert len(marks) == 1
    check_all_is_said_once(chat, walk)

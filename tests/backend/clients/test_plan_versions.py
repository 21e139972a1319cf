"""The `plans` of a file, as bands or as versions: each mistake is said at its line, with its cure."""

import pytest

from backend.clients.checking import check_file
from tests.backend.clients.files import DEMO, changed, demo_text

FILE = DEMO / "no-mobil.yaml"
HEAD = demo_text("no-mobil").partition("\nplans:")[0]
PLANS = """
plans:
  - from: 2026-01-01
    never: [enforcement]
    undo_within_days: 14
    by_hand:
      agent: {instalments: {at_most: 18}, balance: {up_to: 10000}}
      supervisor: {instalments: {at_most: 36}, deferral: {at_most_days: 60}}
    bands:
      - when: {balance: {up_to: 10000}, age_days: {up_to: 365}}
        instalment: {at_least: 300}
        instalments: {at_most: 12}
        first_payment: {within_days: 35}
        settlement: {at_least_percent: 80, within_days: 14}
  - from: 2027-03-01
    why: agreed with the client
    bands:
      - instalment: {at_least: 400}
        instalments: {at_most: 12}
        first_payment: {within_days: 35}
        interest: runs
"""
WRITTEN = HEAD + PLANS


def said(*changes: tuple[str, str]) -> list[str]:
    client, faults = check_file(FILE, changed(WRITTEN, *changes))
    assert (client is None) == bool(faults)
    return [str(fault) for fault in faults]


def line_of(piece: str) -> int:
    return WRITTEN[: WRITTEN.index(piece)].count("\n") + 1


def test_versions_that_follow_each_other_are_right():
    assert said() == []


REFUSED = [
    (
        ("from: 2027-03-01", "from: 2025-03-01"),
        "`from: 2025-03-01` is before the version above it, which holds from 2026-01-01",
        "in the order of their days",
    ),
    (
        ("from: 2027-03-01", "from: 2026-01-01"),
        "`from: 2026-01-01` is the day of the version above it too",
        "give it another day",
    ),
    (
        ("from: 2027-03-01", "from: 2027-02-30"),
        "`from: 2027-02-30` is not a day that exists",
        "as 2027-01-01",
    ),
    (
        ("- from: 2027-03-01", "- frm: 2027-03-01"),
        "`frm: 2027-03-01` is not a key",
        "known key is `from`",
    ),
    (("- from: 2027-03-01", "- frm: 2027-03-01"), "`from` is missing", "as 2027-01-01"),
    (("at_least: 400", "at_last: 400"), "`instalment: at_last: 400` is not a key", "is `at_least`"),
    (
        ("        settlement:", "        setlement:"),
        "`setlement` is not a key",
        "known key is `settlement`",
    ),
    (
        ("at_least_percent: 80", "at_least_percent: 180"),
        "`settlement: at_least_percent: 180` is wrong: a share is written in percent",
        "a share of the balance in percent, for example 80",
    ),
    (
        ("at_least_percent: 80", "at_least_percent: 80 %"),
        "`settlement: at_least_percent: 80 %` must be a number",
        "a share of the balance",
    ),
    (
        ("never: [enforcement]", "never: [enforcment]"),
        "`never: enforcment` must be one of",
        "write business, plan_broken or enforcement",
    ),
    (("interest: runs", "interest: run"), "`interest: run` must be one of", "write frozen"),
    (("undo_within_days: 14", "undo_within_days: -1"), "must be at least 0", "or 0"),
    (("      agent:", "      agnt:"), "`by_hand: agnt` is no role", "there are agent, supervisor"),
    (
        ("      supervisor:", "      analyst:"),
        "`by_hand: analyst` may neither make an offer nor approve one",
        "write agent or supervisor, or let the role have `plan.approve`",
    ),
    (
        ("agent: {instalments: {at_most: 18}", "agent: {instalments: {at_most: 10}"),
        "`by_hand: agent: instalments: at_most: 10` gives less than the band of line",
        "beyond the bands",
    ),
    (
        ("supervisor: {instalments: {at_most: 36}", "supervisor: {instalments: {at_most: 37}"),
        "`by_hand: supervisor: instalments: at_most: 37` makes a plan longer than the 36 months",
        "write at most 36",
    ),
    (
        ("supervisor: {instalments: {at_most: 36}", "supervisor: {instalments: {at_most: 0}"),
        "`by_hand: supervisor: instalments: at_most: 0` must be at least 1",
        "write how many instalments a plan may have",
    ),
    (("deferral: {at_most_days: 60}", "deferal: {at_most_days: 60}"), "is not a key", "deferral"),
    (
        (
            "    why: agreed",
            "    settlement: {at_least_percent: 80, within_days: 14}\n    why: agreed",
        ),
        "`settlement` is not a key that is known here",
        "it stands in a band, under `bands`",
    ),
    (
        ("        interest: runs", "        undo_within_days: 3"),
        "`undo_within_days: 3` is not a key that is known here",
        "it stands in a version",
    ),
    (
        ("        interest: runs", "        fees: {plan: 1}"),
        "`fees: plan: 1` has no ceiling that is known in NO",
        "write 0: no ceiling is known in NO",
    ),
    (
        ("        interest: runs", "        down_payment: {}"),
        "`down_payment` is wrong: give either at_least or at_least_percent",
        "write a sum",
    ),
    (
        ("        interest: runs", "        duration: {at_most_months: 40}"),
        "`duration: at_most_months: 40` is longer than the 36 months of NO",
        "write at most 36",
    ),
    (
        ("    bands:\n      - instalment", "    bands: []\n    x:\n      - instalment"),
        "`bands` must have",
        "",
    ),
    (
        ("  - from: 2027-03-01\n", "  - instalment: {at_least: 400}\n  - from: 2027-03-01\n"),
        "`plans` has a band beside versions",
        "under the `bands` of a version",
    ),
    (
        ("age_days: {up_to: 365}", "age_days: {over: 365, up_to: 90}"),
        "`when: age_days` holds no claim",
        "write a larger `up_to`",
    ),
    (
        ("age_days: {up_to: 365}", "status: [open, paid]"),
        "`when: status` has paid in it",
        "leave it out",
    ),
]


@pytest.mark.parametrize(
    ("change", "wrong", "cure"), REFUSED, ids=[wrong for _, wrong, _ in REFUSED]
)
def test_what_cannot_be_meant_is_refused_with_a_cure(
    change: tuple[str, str], wrong: str, cure: str
):
    found = [fault for fault in said(change) if wrong in fault]
    assert len(found) == 1, said(change)
    assert cure in found[0].partition(wrong)[2]


def test_a_fault_inside_a_version_names_its_own_line():
    (fault,) = said(("at_least: 400", "at_least: 0"))
    assert fault == (
        f"no-mobil.yaml line {line_of('at_least: 400')}: `instalment: at_least: 0` must be at least 1; "
        "write the smallest instalment in the country's currency: `{at_least: 300}`"
    )

"""What is wrong with a client's file is said with file, line, value and cure."""

from pathlib import Path

import pytest

from backend.clients.checking import check_file
from tests.backend.clients.files import DEMO, changed, demo_text

FILE = DEMO / "no-mobil.yaml"
WRITTEN = demo_text("no-mobil")


def said(text: str, file: Path = FILE) -> list[str]:
    client, faults = check_file(file, text)
    assert (client is None) == bool(faults)
    return [str(fault) for fault in faults]


def line_of(piece: str, text: str = WRITTEN) -> int:
    return text[: text.index(piece)].count("\n") + 1


def test_a_right_file_has_no_faults():
    assert said(WRITTEN) == []


def test_a_fault_names_file_line_value_and_cure():
    wrong = changed(WRITTEN, ("at_most: 12", "at_most: 0"))
    line = line_of("at_most: 12")
    assert said(wrong) == [
        f"no-mobil.yaml line {line}: `instalments: at_most: 0` must be at least 1; "
        "write how many instalments a plan may have"
    ]


REFUSED = [
    (('country: "NO"', "country: NO"), "`country: NO` is no country with data", 'quotes: "NO"'),
    (('country: "NO"', "country: XX"), "`country: XX` is no country with data", "SE"),
    (('"#1f4e8c"', "#1f4e8c"), "`colour` must be text", 'as "#1f4e8c"'),
    (('"#1f4e8c"', '"blue"'), "`colour: blue` is not a colour", "write a dark colour"),
    (('"#1f4e8c"', '"#ffcc00"'), "`colour: #ffcc00` is too light", "4.5 are needed"),
    (("[nb, en]", "[nb, xx]"), "`languages: xx` is a language without texts", "nb"),
    (("[nb, en]", "[]"), "`languages` must have at least 1 entry", "the client's own first"),
    (("mon: 00:00-24:00", "mon: 17:00-08:00"), "`hours: mon: 17:00-08:00` does not end later", ""),
    (("mon: 00:00-24:00", "mon: 8-17"), "`hours: mon: 8-17` is not written as 08:00-17:00", ""),
    (("mon: 00:00-24:00", "mon: 8:30"), "`hours: mon: 8:30` is not written as 08:00-17:00", ""),
    (("agency:", "agncy:"), "`agncy` is not a key that is known", "known key is `agency`"),
    (("agency:", "agncy:"), "`agency` is missing", "write the agency's name, site and phone"),
    (
        ("within_days: 35", "within_dys: 35"),
        "`first_payment: within_dys: 35` is not",
        "within_days",
    ),
    (("web: {}", "fax: {}"), "`channels: fax` is not a key", "known are web, telegram"),
    (("payment_days: 1", "payment_days: soon"), "`payment_days: soon` must be a whole", "how many"),
    (("at_least: 300", "at_least: 300 kr"), "`instalment: at_least: 300 kr` is wrong", "a number"),
    (("at_least: 300", "at_least: 0.005"), "is not a sum of money with 2 decimals", ""),
    (("to: 28", "to: 31"), "`pay_days: to: 31` must be at most 28", "days of the month"),
    (("from: 1,", "from: 29,"), "`pay_days: from: 29` must be at most 28", ""),
    (
        ("deferral: {at_most_days: 30}", "deferral: {at_most_days: 91}"),
        "longer than the 90 days",
        "",
    ),
    (("at_most: 24", "at_most: 37"), "a plan longer than the 36 months of NO", "at most 36"),
    (("over: 10000", "over: 9000"), "overlaps with the band of line", "`over: 10000`"),
    (("over: 10000", "over: 12000"), "leaves a gap: no band holds balances over 10000 up to", ""),
    (
        ("over: 10000, up_to: 60000", "over: 10000, up_to: 6000"),
        "holds no balance",
        "write a larger `up_to`",
    ),
    (("eid: {nb:", "eid: {en:"), "`eid` has no name in nb", "under `nb`"),
    (("id: no-mobil", "id: no-mobile"), "`id: no-mobile` is not the file's name", "no-mobil,"),
    (("id: no-mobil", "id: se-energi"), "is the id of se-energi.yaml already", "another name"),
    (("[nb, en]", "[nb, en"), "this is not YAML: a bracket opens", "[ needs a ]"),
    (("plans:\n", "plans: []\nplants:\n"), "`plans` has no band", "at least one band"),
]


@pytest.mark.parametrize(
    ("change", "wrong", "cure"), REFUSED, ids=[wrong for _, wrong, _ in REFUSED]
)
def test_what_cannot_be_meant_is_refused_with_a_cure(
    change: tuple[str, str], wrong: str, cure: str
):
    found = [fault for fault in said(changed(WRITTEN, change)) if wrong in fault]
    assert len(found) == 1
    assert cure in found[0].partition(wrong)[2]


ADDED = [
    ("greeting: {nb: 'Hei! Kom inn.'}", "has '!' in it"),
    ("greeting: {nb: Du har en regning hos oss.}", "hints at a debt with “regning”"),
    ("greeting: {da: Velkommen.}", "is not one of the client's languages"),
    ("greeting: {xx: Velkommen.}", "is a language without texts"),
    ("hours_by_language: {da: {mon: 08:00-17:00}}", "is not one of the client's languages"),
    ("hours_by_language: {en: {mon: 17:00-08:00}}", "does not end later than it begins"),
    ("closed_days: [2027-02-30]", "`closed_days: 2027-02-30` is not a day that exists"),
    ("closed_days: [24-12]", "`closed_days: 24-12` is not a day that exists"),
    ("new_conversations: perhaps", "`new_conversations: perhaps` must be true or false"),
    ("logotext: Lomvi", "the nearest known key is `logo_text`"),
    ("payment_days: 3", "`payment_days` is written twice, first in line"),
]


@pytest.mark.parametrize(("added", "wrong"), ADDED, ids=[added for added, _ in ADDED])
def test_what_may_be_added_is_checked_too(added: str, wrong: str):
    text = f"{WRITTEN}{added}\n"
    (found,) = said(text)
    assert f"line {line_of(added, text)}: " in found if "twice" not in wrong else True
    assert wrong in found


def test_several_faults_are_told_at_once_in_the_order_of_the_lines():
    text = changed(
        WRITTEN,
        ('"#1f4e8c"', '"#ffcc00"'),
        ("mon: 00:00-24:00", "mon: x"),
        ("at_most: 12", "at_most: 0"),
    )
    found = check_file(FILE, text)[1]
    assert [fault.line for fault in found] == sorted(fault.line for fault in found)
    assert [fault.value for fault in found] == [
        "colour: #ffcc00",
        "hours: mon: x",
        "instalments: at_most: 0",
    ]


@pytest.mark.parametrize("text", ["", "# nothing", "- a list", "a word"])
def test_a_file_without_keys_is_refused(text: str):
    assert "the file has no keys" in said(text)[0]


@pytest.mark.parametrize("text", ["id: [", "id: !!python/object:os.system x", "\tid: x", "a: b: c"])
def test_what_is_not_yaml_is_refused_with_its_line(text: str):
    (found,) = said(text)
    assert found.startswith("no-mobil.yaml line 1: this is not YAML: ")

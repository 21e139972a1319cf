"""A designer teaches a message that was missed, in two clicks, and takes it back."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import PageMaker
from tests.browser.debtor import Debtor
from tests.browser.staff import Staff
from tests.stack import Stack

MISSED = "flurp knasket tripp trapp"


@pytest.fixture
def designer(debtor: Debtor, new_page: PageMaker) -> Staff:
    """Somebody who may teach, after a debtor was not understood."""
    debtor.opens_the_chat_of("SE-1001")
    debtor.says(MISSED)
    expect(debtor.bubbles).to_have_count(3)
    staff = Staff(new_page(locale="en-GB"))
    staff.signs_in("designer@demo")
    staff.goes_to("misses")
    return staff


def missed(designer: Staff) -> Locator:
    return designer.page.get_by_role("listitem").filter(
        has=designer.page.get_by_role("button", name=re.compile(f"^{MISSED}"))
    )


def examples(stack: Stack) -> str:
    """All that the working copy's Swedish training files say."""
    folder = Path(stack.settings["WORKING_COPY"]) / "nlu_data" / "sv"
    return "\n".join(path.read_text("utf-8") for path in sorted(folder.glob("*.yml")))


def test_two_clicks_put_a_line_into_the_working_copy_and_one_takes_it_out(
    designer: Staff, stack: Stack
) -> None:
    words = designer.words("misses")
    head = missed(designer).get_by_role("button", name=re.compile(f"^{MISSED}"))
    if head.get_attribute("aria-expanded") == "false":
        head.click()
    guesses = missed(designer).get_by_role("group", name=words["guesses"])
    guesses.get_by_role("button").first.click()
    designer.presses(re.compile(f"^{words['teach']}: "))
    expect(missed(designer).get_by_role("status")).to_have_text(
        re.compile(r"Written to nlu_data/sv/\w+\.yml, line \d+\.")
    )
    assert MISSED in examples(stack)
    missed(designer).get_by_role("button", name=words["take_back"]).click()
    expect(missed(designer).get_by_role("status")).to_have_count(0)
    assert MISSED not in examples(stack)


def test_what_teaches_nothing_is_set_aside(designer: Staff) -> None:
    words = designer.words("misses")
    head = missed(designer).get_by_role("button", name=re.compile(f"^{MISSED}"))
    if head.get_attribute("aria-expanded") == "false":
        head.click()
    missed(designer).get_by_role("button", name=words["set_aside"]).click()
    designer.presses(re.compile(f"^{words['states']['set_aside']}"))
    expect(missed(designer)).to_be_visible()
    head = missed(designer).get_by_role("button", name=re.compile(f"^{MISSED}"))
    if head.get_attribute("aria-expanded") == "false":
        head.click()
    missed(designer).get_by_role("button", name=words["take_back"]).click()
    expect(missed(designer).get_by_role("button", name=words["take_back"])).to_have_count(0)

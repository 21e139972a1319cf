"""Every page of the console and of the chat keeps to WCAG 2.2 AA (axe), and stands still."""

import json
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from deploy.local.run import ROOT
from tests.browser.accessibility import violations
from tests.browser.agent import Agent
from tests.browser.conftest import PageMaker
from tests.browser.debtor import Debtor
from tests.browser.layout import loose_parts
from tests.browser.staff import Staff

PAGES = json.loads(
    (ROOT / "widgets" / "console" / "src" / "frame" / "pages.json").read_text(encoding="utf-8")
)
LOOKS = [
    pytest.param({"color_scheme": "light"}, id="light"),
    pytest.param({"color_scheme": "dark"}, id="dark"),
    pytest.param({"color_scheme": "light", "viewport": {"width": 390, "height": 844}}, id="phone"),
]


class Looked:
    """What was found, by where."""

    def __init__(self) -> None:
        self.found: dict[str, list[str]] = {}
        self.seen: set[str] = set()

    def at(self, page: Page, where: str) -> None:
        """Looks at the page as it is now."""
        self.seen.add(where)
        if wrong := violations(page) + loose_parts(page):
            self.found[where] = wrong


@pytest.fixture
def look() -> Iterator[Looked]:
    """Looks at many places, and tells of all at the end."""
    looked = Looked()
    yield looked
    lines = [f"{where}: {line}" for where, wrong in looked.found.items() for line in wrong]
    assert not lines, "\n".join(lines)


@pytest.fixture(params=LOOKS)
def options(request: pytest.FixtureRequest) -> dict[str, object]:
    """How a browser shows it."""
    return {"locale": "en-GB", "reduced_motion": "reduce", **request.param}


def signed_in(new_page: PageMaker, options: dict[str, object], role: str) -> Staff:
    staff = Staff(new_page(**options))
    staff.page.goto("/console/")
    session = staff.frame["session"]
    staff.page.get_by_label(session["email"]).fill(f"{role}@demo")
    staff.page.get_by_label(session["password"], exact=True).fill("demo")
    staff.page.get_by_role("button", name=session["submit"], exact=True).click()
    expect(
        staff.page.get_by_role("link", name=staff.frame["frame"]["pages"]["security"])
    ).to_be_visible()
    return staff


def test_the_sign_in_page(new_page: PageMaker, options: dict[str, object], look: Looked) -> None:
    page = new_page(**options)
    page.goto("/console/")
    expect(page.get_by_role("form")).to_be_visible()
    look.at(page, "sign in")
    page.get_by_label("E-mail").fill("agent@demo")
    page.get_by_label("Password", exact=True).fill("wrong")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("alert")).not_to_be_empty()
    look.at(page, "wrong password")
    page.goto("/console/?refused=no-access")
    expect(page.get_by_role("alert")).not_to_be_empty()
    look.at(page, "not let in")


def test_each_page_that_a_role_opens(
    new_page: PageMaker, options: dict[str, object], look: Looked
) -> None:
    for role in ("supervisor", "designer", "admin"):
        staff = signed_in(new_page, options, role)
        for one in PAGES:
            if staff.page.locator(f'.top a[href="/console/{one["at"]}"]').count() == 0:
                continue
            staff.page.goto(f"/console/{one['at']}")
            expect(staff.page.locator("#page h1, .panes").first).to_be_visible()
            look.at(staff.page, one["name"])
    assert look.seen == {one["name"] for one in PAGES}


def test_what_opens_over_a_page(
    new_page: PageMaker, options: dict[str, object], look: Looked
) -> None:
    staff = signed_in(new_page, options, "admin")
    page, words = staff.page, staff.words("security")
    page.goto("/console/security")
    page.get_by_role("button", name=words["password"]["change"]).click()
    look.at(page, "own password")
    page.keyboard.press("Escape")
    page.get_by_role("button", name=words["two_steps"]["turn_on"]).click()
    look.at(page, "second step: password")
    page.get_by_role("textbox", name=words["enrol"]["password"]).fill("demo")
    page.get_by_role("button", name=words["enrol"]["next"]).click()
    expect(page.get_by_role("img", name=words["enrol"]["qr"])).to_be_visible()
    look.at(page, "second step: QR code")
    page.goto("/console/users")
    page.get_by_role("button", name=staff.words("users")["change"]).first.click()
    look.at(page, "user")


def test_a_conversation_in_the_chat_and_at_the_desk(
    new_page: PageMaker, options: dict[str, object], look: Looked, reference: Callable[[str], str]
) -> None:
    debtor = Debtor(new_page(**{**options, "locale": "nb-NO"}))
    debtor.opens_the_chat_of("NO-1001")
    look.at(debtor.page, "greeting")
    debtor.says("jeg vil betale 600 kr i måneden")
    expect(debtor.log.get_by_text("600,00").first).to_be_visible()
    look.at(debtor.page, "plan offered")
    debtor.says("jeg vil snakke med et menneske")
    debtor.reads("Referansen din er H-")
    look.at(debtor.page, "handed over")
    agent = Agent(new_page(**options))
    agent.signs_in()
    agent.opens(reference(debtor.log.inner_text()))
    look.at(agent.page, "conversation")
    agent.takes_over()
    look.at(agent.page, "taken")
    agent.presses("close")
    look.at(agent.page, "closing")


def test_the_payment_page_with_the_launcher(
    new_page: PageMaker, options: dict[str, object], look: Looked
) -> None:
    debtor = Debtor(new_page(**options))
    debtor.comes_to("FI-1001")
    expect(debtor.launcher).to_be_visible()
    look.at(debtor.page, "launcher")

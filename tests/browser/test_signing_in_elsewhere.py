"""Signing in with the house's own identity provider, from the button to the desk, in a browser."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import PATIENCE
from tests.browser.house_with_provider import NAME, House, house_with_provider
from tests.browser.watching import Watched
from tests.browser.words import words

Visit = Callable[[str], Page]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One for all of them; each test says who is known at the provider."""
    with house_with_provider(tmp_path_factory.mktemp("house")) as running:
        yield running


@pytest.fixture
def visit(browser: Browser, house: House) -> Iterator[Visit]:
    """A browser of a language at the console's sign-in page; it may complain of nothing."""
    opened: list[tuple[Page, Watched]] = []

    def go(locale: str) -> Page:
        context = browser.new_context(base_url=house.address, locale=locale)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        opened.append((page, Watched(page, None)))
        page.goto("/console/")
        return page

    yield go
    house.provider.refuses = False
    for page, _ in opened:
        page.context.close()
    assert [said for _, watched in opened for said in watched.complaints] == []


def presses_the_button(page: Page, language: str) -> None:
    page.get_by_role("link", name=_session(language)["with"].format(name=NAME)).click()


@pytest.mark.parametrize(
    ("groups", "opens", "opens_not"),
    [
        (("debt-agents", "debt-energy"), ("desk", "deadlines"), ("team", "audit")),
        (("debt-leaders", "debt-all"), ("desk", "team", "audit"), ("users",)),
    ],
)
def test_the_button_leads_to_the_pages_of_ones_role(
    house: House, visit: Visit, groups: tuple[str, ...], opens: list[str], opens_not: list[str]
) -> None:
    house.knows(name := "Tuuli Halla, " + groups[0], "everybody", *groups)
    page = visit("sv-SE")
    presses_the_button(page, "sv")
    frame = words("console", "sv")["frame"]
    expect(page.get_by_role("region", name=frame["queue"], exact=True)).to_be_visible()
    expect(page.get_by_role("link", name=name)).to_be_visible()
    bar = page.get_by_role("navigation", name=frame["pages"]["label"])
    for one in opens:
        expect(bar.get_by_role("link", name=frame["pages"][one])).to_be_visible()
    for one in opens_not:
        expect(bar.get_by_role("link", name=frame["pages"][one])).to_have_count(0)
    page.reload()
    expect(page.get_by_role("region", name=frame["queue"], exact=True)).to_be_visible()


def test_somebody_without_a_role_hears_why_and_has_a_way_on(house: House, visit: Visit) -> None:
    house.knows("Venla Vaara", "everybody")
    page = visit("fi-FI")
    presses_the_button(page, "fi")
    refusal = _session("fi")["refusal"]
    expect(page.get_by_role("alert")).to_have_text(refusal["reasons"]["no-access"])
    assert violations(page) == []
    page.reload()  # what was said once is not said for ever
    expect(page.get_by_role("heading", level=1)).to_have_text(_session("fi")["title"])
    presses_the_button(page, "fi")
    page.get_by_role("button", name=refusal["other"]).click()
    expect(page.get_by_label(_session("fi")["email"])).to_be_visible()
    house.knows(
        "Venla Vaara", "debt-agents", "debt-all"
    )  # somebody has put them into the right group
    presses_the_button(page, "fi")
    queue = words("console", "fi")["frame"]["queue"]
    expect(page.get_by_role("region", name=queue, exact=True)).to_be_visible()


def test_who_says_no_at_the_provider_can_try_again(house: House, visit: Visit) -> None:
    house.knows("Eirik Lind", "debt-agents", "debt-all")
    house.provider.refuses = True
    page = visit("nb-NO")
    presses_the_button(page, "nb")
    refusal = _session("nb")["refusal"]
    expect(page.get_by_role("alert")).to_have_text(refusal["reasons"]["not-let-in"])
    house.provider.refuses = False
    page.get_by_role("link", name=refusal["again"]).click()
    queue = words("console", "nb")["frame"]["queue"]
    expect(page.get_by_role("region", name=queue, exact=True)).to_be_visible()


def _session(language: str) -> Any:
    return words("console", language)["session"]

"""The whole product, and people with browsers of their own in front of it."""

import re
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from deploy.local.run import ROOT
from tests.browser.agent import Agent
from tests.browser.debtor import Debtor
from tests.browser.watching import Watched
from tests.stack import Stack, running_stack

PATIENCE = 15_000
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

PageMaker = Callable[..., Page]


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Backend, actions and Rasa, running."""
    folder = tmp_path_factory.mktemp("stack")
    # What designers teach goes into a copy, and not into the product's own files.
    shutil.copytree(ROOT / "nlu_data", folder / "copy" / "nlu_data")
    with running_stack(folder, WORKING_COPY=str(folder / "copy")) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's Chromium."""
    found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield started
        started.close()


@pytest.fixture
def new_page(browser: Browser, stack: Stack) -> Iterator[PageMaker]:
    """Makes pages, each as of another person's browser; at the end none may have complained.

    `expected` is a complaint that a test brings about on purpose.
    """
    opened: list[tuple[Page, Watched]] = []

    def make(*, expected: str | None = None, **options: Any) -> Page:
        context = browser.new_context(
            base_url=stack.address,
            timezone_id="Europe/Stockholm",
            permissions=["clipboard-read", "clipboard-write"],
            **{"viewport": {"width": 1440, "height": 900}, **options},
        )
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        opened.append((page, Watched(page, expected)))
        return page

    yield make
    complaints = [said for _, watched in opened for said in watched.complaints]
    for page, _ in opened:
        page.context.close()
    assert complaints == []


@pytest.fixture
def page(new_page: PageMaker) -> Page:
    """One person's browser."""
    return new_page()


@pytest.fixture
def debtor(page: Page) -> Debtor:
    """Somebody on a client's payment page."""
    return Debtor(page)


@pytest.fixture
def agent(new_page: PageMaker) -> Agent:
    """Somebody at the console, with a browser of their own."""
    return Agent(new_page(locale="en-GB"))


@pytest.fixture
def reference() -> Callable[[str], str]:
    """Finds a handoff's reference in what was said."""
    return lambda text: re.findall(r"H-[A-Z0-9]{6}", text)[-1]

"""A debtor who goes quiet, and one who opens the page again the next day."""

from datetime import timedelta
from typing import Any

from playwright.sync_api import expect

from tests.browser.debtor import Debtor
from tests.stack import Stack
from tests.walks.passing import conversation_passes

STILL_HERE = "Ingen brådska. Jag finns kvar här när du vill fortsätta."
ASKED = "Sist var vi framme vid 500,00 kr i månaden. Ska vi fortsätta?"


def time_passes(debtor: Debtor, stack: Stack, time: timedelta) -> None:
    """For the conversation that the page has."""
    kept: dict[str, Any] = debtor.page.evaluate(
        "JSON.parse(Object.entries(sessionStorage).find(([key]) => key.endsWith(':conversation'))[1])"
    )
    conversation_passes(stack.database_url, kept["id"], time)


def talks_about_a_plan(debtor: Debtor) -> None:
    debtor.opens_the_chat_of("SE-1001")
    debtor.says("500 kr i månaden")
    debtor.is_offered("Ja, vi bestämmer det")


def test_a_quiet_debtor_is_told_once_that_there_is_no_hurry_and_may_still_answer(
    debtor: Debtor, stack: Stack
) -> None:
    talks_about_a_plan(debtor)
    time_passes(debtor, stack, timedelta(minutes=10))
    debtor.reads_once(STILL_HERE)
    debtor.presses("Ja, vi bestämmer det")
    debtor.reads("Då är det bestämt.")
    debtor.reads_once(STILL_HERE)


def test_the_next_day_the_page_shows_what_was_said_and_asks_whether_to_go_on(
    debtor: Debtor, stack: Stack
) -> None:
    talks_about_a_plan(debtor)
    time_passes(debtor, stack, timedelta(hours=20))
    debtor.page.reload()
    debtor.reads_once("500 kr i månaden")
    debtor.reads_once(ASKED)
    debtor.presses("Ja, fortsätt")
    expect(debtor.log.get_by_role("region", name="Per gång", exact=True)).to_have_count(2)
    debtor.page.reload()
    debtor.reads_once(ASKED)

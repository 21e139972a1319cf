"""The payment page for somebody who comes by a link from a messenger, to say who they are.

The link itself is only read by the page's script, which takes it out of the address at once.
"""

from backend.clients import Client
from backend.demo.data import DemoCase, DemoCases
from backend.demo.templates import Html, join, render
from backend.demo.wording import Words


def link_page(client: Client, language: str) -> Html:
    """The page before the link has been looked at."""
    words = Words(language, client)
    return render(
        "link.html",
        client=client.id,
        client_name=client.name,
        language=language,
        wait=words("link_wait"),
        failed=words("link_failed"),
        made_up=words("made_up"),
    )


def link_content(
    client: Client, language: str, channel: str, minutes: int, cases: DemoCases | None
) -> Html:
    """What it asks and says, in the language of the conversation on `channel`.

    First of all, whether the visitor asked for the link, `minutes` ago: whoever identifies by
    another person's link shows their own case in that person's chat.
    """
    words = Words(language, client)
    return render(
        "link_content.html",
        language=language,
        mine_heading=words("link_mine_heading", channel=channel),
        mine=words("link_mine", minutes=minutes),
        mine_not=words("link_mine_not"),
        mine_yes=words("link_mine_yes"),
        mine_no=words("link_mine_no"),
        left_heading=words("link_left_heading"),
        left=words("link_left"),
        heading=words("link_heading"),
        why=words("link_why", channel=channel),
        choose=words("link_choose"),
        people=join([_person(case, cases, number) for number, case in enumerate(cases.cases)])
        if cases
        else Html(""),
        identify=words("identify", eid=client.eid_in(language)),
        failed=words("link_failed"),
        done_heading=words("link_done_heading"),
        done=words("link_done", channel=channel),
        close=words("link_close"),
        old_heading=words("link_old_heading"),
        old=words("link_old"),
        again=words("link_again"),
    )


def _person(case: DemoCase, cases: DemoCases, number: int) -> Html:
    debtor = cases.debtors[case.debtor]
    return render(
        "link_person.html",
        reference=case.reference,
        name=debtor.name,
        language=debtor.language,
        checked=Html(" checked" if number == 0 else ""),
    )

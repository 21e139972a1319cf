"""What a stranger wished for is answered in full once they have identified."""

import httpx

from tests.walks.chat import last_card, open_chat, page_token


def test_the_number_of_instalments_is_kept(http: httpx.Client) -> None:
    chat = open_chat(http, "se-energi", language="sv")
    chat.say("delbetala, 6 gånger")
    assert last_card(chat.last, "plan") is None
    assert chat.identify(page_token(http, "SE-1001", reset=True)).status_code == httpx.codes.OK
    plan = last_card(chat.last, "plan")
    assert plan is not None
    assert (plan["status"], plan["instalments"]) == ("offered", 6)

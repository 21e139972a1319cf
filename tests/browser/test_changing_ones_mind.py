"""W5 and W6: corrections, questions and another language in the middle of a plan."""

from playwright.sync_api import expect

from tests.browser.debtor import Debtor


def test_a_correction_and_a_question_leave_the_plan_as_it_was_wished(debtor: Debtor) -> None:
    debtor.opens_the_chat_of("DK-1001")
    debtor.says("kan jeg dele det op?")
    debtor.reads("Hvilket beløb passer dig?")
    debtor.says("5 rater")
    debtor.reads("5 afdrag på 972,00 kr.")
    debtor.says("nej, 6 rater, ikke 5")
    debtor.reads("6 afdrag på 810,00 kr.")
    debtor.says("hvad er renten?")
    debtor.reads("60,00 kr.", "Tilbage til aftalen om 810,00 kr. om måneden")
    debtor.says("ja tak")
    debtor.reads("Så er det aftalt.")
    plan = debtor.card(debtor.words["plan"]["each"])
    expect(plan).to_contain_text("810,00 kr.")
    expect(plan).to_contain_text("6 afdrag")


def test_only_the_newest_offer_can_be_pressed(debtor: Debtor) -> None:
    debtor.opens_the_chat_of("DK-1001")
    debtor.says("5 rater")
    debtor.reads("5 afdrag på 972,00 kr.")
    debtor.says("nej, 6 rater, ikke 5")
    debtor.reads("6 afdrag på 810,00 kr.")
    accept = debtor.panel.get_by_role("button", name="Ja, det aftaler vi")
    expect(accept).to_have_count(2)
    expect(accept.first).to_be_disabled()
    expect(accept.last).to_be_enabled()


def test_the_conversation_goes_on_in_the_language_that_is_written(debtor: Debtor) -> None:
    debtor.opens_the_chat_of("SE-1001", language="en")
    debtor.says("can I pay in instalments?")
    debtor.reads("What amount a month suits you?")
    expect(debtor.panel).to_have_attribute("lang", "en")
    debtor.says("vilka möjligheter finns det?")
    debtor.reads("Du betalar minst", "i månaden")
    expect(debtor.panel).to_have_attribute("lang", "sv")
    debtor.says("500 i månaden")
    debtor.reads("9 delbetalningar på 500,00 kr")
    expect(debtor.card("Per gång")).to_contain_text("Förslag")

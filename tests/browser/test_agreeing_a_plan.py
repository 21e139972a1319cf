"""W1 and W2: a debtor asks, proposes, and leaves with an agreed plan."""

import pikepdf
from playwright.sync_api import expect

from tests.browser.agent import Agent
from tests.browser.debtor import Debtor


def agrees_500_a_month(debtor: Debtor) -> None:
    debtor.says("kan jag dela upp det?")
    debtor.reads("Hur mycket i månaden passar dig?")
    debtor.says("500 i månaden från den 25:e")
    debtor.reads("9 delbetalningar på 500,00 kr och en sista på 360,00 kr")
    debtor.says("ja tack")
    debtor.reads("Då är det bestämt.")


def test_a_debtor_asks_what_is_owed_and_agrees_a_plan(debtor: Debtor) -> None:
    debtor.opens_the_chat_of("SE-1001")
    debtor.reads("en automatisk assistent")
    debtor.says("hej, hur mycket är jag skyldig?")
    debtor.reads("4 860,00 kr")
    balance = debtor.card("Att betala")
    expect(balance).to_contain_text("4 860,00 kr")
    debtor.presses("Vad består summan av?")
    debtor.reads("4 500,00 kr", "120,00 kr i ränta", "240,00 kr i avgifter")
    agrees_500_a_month(debtor)
    plan = debtor.card("Per gång")
    expect(plan).to_contain_text("Överenskommet")
    expect(plan).to_contain_text("500,00 kr")
    expect(plan).to_contain_text("10 delbetalningar")
    payment = debtor.card("Betala")
    expect(payment).to_contain_text("10012041710")
    expect(payment).to_contain_text("5050-1055")
    expect(payment).to_contain_text("25 november 2026")


def test_the_schedule_opens_and_its_last_line_is_the_sum(debtor: Debtor) -> None:
    debtor.opens_the_chat_of("SE-1001")
    agrees_500_a_month(debtor)
    plan = debtor.card("Per gång")
    expect(plan.get_by_role("table")).to_be_hidden()
    plan.get_by_text("Alla datum").click()
    rows = plan.get_by_role("row")
    expect(rows).to_have_count(12)
    expect(rows.nth(1)).to_have_text("125 november 2026500,00 kr")
    expect(rows.nth(10)).to_have_text("1025 augusti 2027360,00 kr")
    expect(rows.last).to_have_text("Totalt4 860,00 kr")


def test_what_is_copied_is_what_a_bank_takes(debtor: Debtor) -> None:
    debtor.opens_the_chat_of("SE-1001")
    agrees_500_a_month(debtor)
    payment = debtor.card("Betala")
    for what, copied in {
        "Kopiera belopp": "500,00",
        "Kopiera bankgiro": "5050-1055",
        "Kopiera referensnummer": "10012041710",
    }.items():
        payment.get_by_role("button", name=what).click()
        expect(payment.get_by_text("Kopierat").first).to_be_visible()
        assert debtor.page.evaluate("navigator.clipboard.readText()") == copied


def test_the_confirmation_is_saved_now_and_later(debtor: Debtor) -> None:
    debtor.opens_the_chat_of("SE-1001")
    agrees_500_a_month(debtor)
    texts = debtor.words["plan"]["confirmation"]
    with debtor.page.expect_download() as first:
        debtor.presses(texts["download"])
    expect(debtor.card("Per gång")).to_contain_text(texts["done"])
    assert first.value.suggested_filename == "bekraftelse.pdf"
    with pikepdf.open(first.value.path()) as pdf:
        assert (str(pdf.Root.Lang), len(pdf.pages)) == ("sv", 2)
    debtor.says("hur ser min plan ut?")
    debtor.reads("Din nästa delbetalning är")
    with debtor.page.expect_download() as later:
        debtor.presses(texts["download"])
    assert later.value.path().read_bytes() == first.value.path().read_bytes()


def test_a_reload_keeps_all_that_was_said(debtor: Debtor) -> None:
    debtor.opens_the_chat_of("SE-1001")
    agrees_500_a_month(debtor)
    expect(debtor.card("Betala")).to_be_visible()
    said = debtor.bubbles.all_inner_texts()
    debtor.page.reload()
    expect(debtor.card("Betala")).to_be_visible()
    assert debtor.bubbles.all_inner_texts() == said


def test_a_long_answer_is_read_from_its_beginning(debtor: Debtor) -> None:
    debtor.opens_the_chat_of("SE-1001")
    agrees_500_a_month(debtor)
    expect(debtor.card("Betala")).to_be_attached()
    debtor.sees_it_at_rest()
    expect(debtor.bubbles.filter(has_text="Då är det bestämt.")).to_be_in_viewport(ratio=1)
    debtor.presses("Till det senaste")
    expect(debtor.bubbles.last).to_be_in_viewport(ratio=1)


def test_an_agreed_plan_is_seen_in_the_console(debtor: Debtor, agent: Agent, reference) -> None:
    debtor.opens_the_chat_of("SE-1001")
    agrees_500_a_month(debtor)
    debtor.says("jag vill prata med en människa")
    debtor.reads("Din referens är H-")
    agent.signs_in()
    agent.opens(reference(debtor.log.inner_text()))
    expect(agent.case).to_contain_text("Tora Talltita")
    expect(agent.case).to_contain_text("500,00 kr each")
    expect(agent.case).to_contain_text("10 instalments")
    agent.case.get_by_text("Show all dates").click()
    expect(agent.case).to_contain_text("25 August 2027")
    with agent.page.expect_download() as confirmation:
        agent.case.get_by_role("link", name="Download the confirmation as a PDF").click()
    assert confirmation.value.suggested_filename == "2026-11-21.pdf"
    expect(agent.log).to_contain_text("500 i månaden från den 25:e")


def test_a_wish_below_the_smallest_instalment_gets_the_rule_and_the_nearest_plan(
    debtor: Debtor,
) -> None:
    debtor.opens_the_chat_of("FI-1001")
    debtor.says("20 euroa kuussa")
    debtor.reads("Pienin maksuerä, josta voidaan sopia, on 30,00 €.", "12 kertaa 40,50 €")
    offer = debtor.card(debtor.words["plan"]["each"])
    expect(offer).to_contain_text("40,50 €")
    expect(offer).to_contain_text(debtor.words["plan"]["offered"])
    debtor.presses("Kyllä, sovitaan näin")
    debtor.reads("Nyt se on sovittu.")
    expect(debtor.card(debtor.words["plan"]["each"])).to_contain_text(
        debtor.words["plan"]["agreed"]
    )
    expect(debtor.card(debtor.words["payment"]["title"])).to_contain_text("10018804178")

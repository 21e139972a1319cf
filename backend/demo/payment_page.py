"""A payment page such as a client's own, with the widget on it.

Without somebody identified it is a page of customer service, on which nothing tells of a debt.
"""

from datetime import date
from urllib.parse import urlencode

from babel import Locale
from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.models import Case
from backend.cases.paying import payment_card
from backend.clients import Client
from backend.clients.hours_in_words import hours_in_words
from backend.demo.templates import Html, join, render
from backend.demo.wording import Words


def payment_page(
    client: Client, language: str, *, reference: str, content: Html, token: str | None
) -> Html:
    """The page around `content`; `reference` is the case as which a visitor may identify."""
    words = Words(language, client)
    return render(
        "pay.html",
        client=client.id,
        client_name=client.name,
        logo=client.logo_text or client.name,
        language=language,
        languages=_languages(client, language, reference if token else None),
        languages_label=words("languages"),
        content=content,
        made_up=words("made_up"),
        case=reference,
        widget=_widget(client, language, token),
    )


def general_content(client: Client, language: str) -> Html:
    """What a visitor sees who has not identified."""
    words = Words(language, client)
    return render(
        "general.html",
        heading=words("welcome_heading"),
        welcome=words("welcome"),
        ask=words("ask"),
        identify=words("identify", eid=client.eid_in(language)),
        hours_heading=words("hours"),
        hours=hours_in_words(client.week_in(language), words.catalogue, client.country),
        phone=words("phone", phone=client.agency.phone),
    )


async def invoice_content(
    session: AsyncSession, case: Case, client: Client, language: str, today: date
) -> Html:
    """What is to be paid, for the person who has identified."""
    words = Words(language, client)
    card = await payment_card(session, case, client, None, today)
    total = {"amount": card.amount, "currency": card.currency}
    return render(
        "invoice.html",
        heading=words("invoice_heading"),
        total_label=words("total"),
        total=words.catalogue.formatter(client.country).write_money(total),
        for_label=words("for"),
        origin=case.origin,
        debtor_language=case.debtor.language,
        invoice_label=words("invoice"),
        invoice_number=case.invoice_number,
        case_label=words("case"),
        case=case.reference,
        payee_label=words("payee"),
        payee=card.payee,
        account_label=words("account", label=card.account_label),
        account=card.account,
        reference_label=words("reference"),
        reference=card.reference,
        ask=words("ask"),
        agency=words("agency", agency=client.agency.name, client=client.name),
    )


def _widget(client: Client, language: str, token: str | None) -> Html:
    if token is None:
        return render("widget.html", client=client.id, language=language)
    return render("widget_identified.html", client=client.id, language=language, token=token)


def _languages(client: Client, chosen: str, reference: str | None) -> Html:
    return join([_language(client, code, chosen, reference) for code in client.languages])


def _language(client: Client, code: str, chosen: str, reference: str | None) -> Html:
    query = {"language": code, **({"case": reference} if reference else {})}
    return render(
        "language.html",
        address=f"/pay/{client.id}?{urlencode(query)}",
        code=code,
        current=Html(' aria-current="true"' if code == chosen else ""),
        name=str(Locale(code).get_language_name(code)),
    )

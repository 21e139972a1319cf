"""The first page of the demonstration: the clients, and their cases in every state."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import yaml
from babel import Locale
from babel.dates import format_date

from backend.clients import Client, ClientBook
from backend.demo.data import DemoCase, DemoCases, demo_cases
from backend.demo.templates import Html, join, render
from backend.demo.wording import Words

_WRITTEN_IN = Path(__file__).parent / "pages" / "index.yml"
_LOCALE = Locale.parse(yaml.safe_load(_WRITTEN_IN.read_text(encoding="utf-8"))["locale"])


def index_page(clients: ClientBook, today: date) -> Html:
    """The page, in the language that its template is written in."""
    made_up = {cases.client: cases for cases in demo_cases(clients)}
    cards = [_card(client, made_up.get(client.id)) for client in _side_by_side(clients, made_up)]
    written = format_date(today, "EEEE d MMMM y", locale=_LOCALE)
    return render("index.html", clients=join(cards), today=written)


def _side_by_side(clients: ClientBook, made_up: Mapping[str, DemoCases]) -> list[Client]:
    """The creditors of a country after another; at the end those without a made-up case."""

    def place(client: Client) -> tuple[bool, str, str]:
        cases = made_up.get(client.id)
        return cases is None, client.country, cases.cases[0].reference if cases else client.id

    return sorted(clients, key=place)


def _card(client: Client, cases: DemoCases | None) -> Html:
    lines = [_line(case, cases, client) for case in cases.cases] if cases else []
    has_messengers = any(map(client.channels.messenger, type(client.channels).model_fields))
    spoken = ", ".join(str(_LOCALE.languages[code]) for code in client.languages)
    return render(
        "client.html",
        id=client.id,
        name=client.name,
        language=client.home_language,
        place=f"{_LOCALE.territories[client.country]}: {spoken}",
        cases=join(lines),
        phone=render("client_phone.html", id=client.id) if has_messengers else Html(""),
    )


def _line(case: DemoCase, cases: DemoCases, client: Client) -> Html:
    debtor = cases.debtors[case.debtor]
    return render(
        "case.html",
        client=client.id,
        reference=case.reference,
        state=Words(_LOCALE.language, client)("state", status=case.status.value),
        name=debtor.name,
        origin=case.origin,
        language=debtor.language,
    )

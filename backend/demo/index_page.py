"""The first page of the demonstration: what can be tried, the clients, and their cases."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import yaml
from babel import Locale
from babel.dates import format_date

from backend.clients import Client, ClientBook
from backend.demo.data import DemoCase, DemoCases, demo_cases
from backend.demo.templates import Html, join, render
from backend.demo.wording import Words, languages
from backend.staff.seed import demo_users

_USUALLY = yaml.safe_load(
    (Path(__file__).parent / "pages" / "index.yml").read_text(encoding="utf-8")
)["language"]
#: What can be tried besides the console, and where.
_WAYS = {
    "debtor": ("#cases", "choose_case"),
    "phone": ("#cases", "choose_client"),
    "bank": ("/demo/bank", "bank_open"),
}


def index_page(clients: ClientBook, today: date, language: str | None = None) -> Html:
    """The page in `language`, if it has texts, or else in its usual one."""
    words = Words(language if language in languages() else _USUALLY)
    made_up = {cases.client: cases for cases in demo_cases(clients)}
    cards = [
        _card(client, made_up.get(client.id), words) for client in _side_by_side(clients, made_up)
    ]
    return render(
        "index.html",
        language=words.catalogue.language,
        languages_label=words("languages"),
        languages=join([_language(code, words) for code in languages()]),
        lead=words("start_lead", today=format_date(today, "full", locale=words.locale)),
        ways=join([*_ways(words), *_desks(words)]),
        cases=words("start_cases"),
        clients=join(cards),
    )


def _language(code: str, words: Words) -> Html:
    return render(
        "language.html",
        address=f"/?language={code}",
        code=code,
        current=Html(' aria-current="true"' if code == words.catalogue.language else ""),
        name=str(Locale(code).get_language_name(code)),
    )


def _ways(words: Words) -> Iterator[Html]:
    """What can be tried without signing in."""
    for way, (address, opens) in _WAYS.items():
        yield render(
            "way.html",
            heading=words(f"start_{way}"),
            does=words(f"start_{way}_does"),
            address=address,
            opens=words(f"start_{opens}"),
            note=words(f"start_{way}_note"),
        )


def _desks(words: Words) -> Iterator[Html]:
    """The console as each user who sees all clients, with the sign-in."""
    demo = demo_users()
    for user in demo.who_see_all:
        yield render(
            "way.html",
            heading=words("start_role", role=user.role),
            does=words("start_role_does", role=user.role),
            address="/console/",
            opens=words("start_console"),
            note=words("start_sign_in", email=user.email, password=demo.password),
        )


def _side_by_side(clients: ClientBook, made_up: Mapping[str, DemoCases]) -> list[Client]:
    """The creditors of a country after another; at the end those without a made-up case."""

    def place(client: Client) -> tuple[bool, str, str]:
        cases = made_up.get(client.id)
        return cases is None, client.country, cases.cases[0].reference if cases else client.id

    return sorted(clients, key=place)


def _card(client: Client, cases: DemoCases | None, words: Words) -> Html:
    lines = [_line(case, cases, client, words) for case in cases.cases] if cases else []
    has_messengers = any(map(client.channels.messenger, type(client.channels).model_fields))
    spoken = ", ".join(str(words.locale.languages[code]) for code in client.languages)
    phone = render("client_phone.html", id=client.id, words=words("phone_heading"))
    return render(
        "client.html",
        id=client.id,
        name=client.name,
        language=client.home_language,
        place=f"{words.locale.territories[client.country]}: {spoken}",
        cases=join(lines),
        stranger=words("start_stranger"),
        phone=phone if has_messengers else Html(""),
    )


def _line(case: DemoCase, cases: DemoCases, client: Client, words: Words) -> Html:
    debtor = cases.debtors[case.debtor]
    return render(
        "case.html",
        client=client.id,
        reference=case.reference,
        state=words("state", status=case.status.value),
        name=debtor.name,
        origin=case.origin,
        language=debtor.language,
    )

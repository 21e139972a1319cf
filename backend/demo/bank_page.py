"""The demonstration's bank: a payment is booked on a case, and what follow-up makes of it is seen."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from backend.cases.facts import case_facts
from backend.cases.repository import get_case
from backend.clients import ClientBook
from backend.demo.data import demo_cases
from backend.demo.templates import Html, join, render
from backend.demo.wording import Words
from backend.followup.outlook import Outlook, outlook
from backend.problems import Problem
from backend.services import Services

_WORDS = Path(__file__).parent / "pages" / "bank.yml"


async def bank_page(house: Services, reference: str | None) -> Html:
    """The page, with a case when one was chosen. Raises the problem not-found."""
    content = await _case(house, reference) if reference else Html("")
    return render("bank.html", cases=_choices(house.clients, reference), content=content)


def minor_amount(typed: str, minor_digits: int) -> int:
    """An amount as people write it, in minor units. Raises the problem amount-wrong."""
    try:
        exact = Decimal(typed.strip().replace(",", ".")).scaleb(minor_digits)
    except InvalidOperation:
        exact = Decimal(0)
    if not exact.is_finite() or exact <= 0 or exact != exact.to_integral_value() or exact > 10**9:
        raise Problem(422, "amount-wrong", "Please write an amount above zero, such as 810,50.")
    return int(exact)


async def _case(house: Services, reference: str) -> Html:
    async with house.database.transaction() as session:
        client = house.clients.get((await get_case(session, reference)).client)
        today = house.clock.today(client.zone)
        facts = await case_facts(session, reference, house.clients, today)
    words = Words(_words()["language"], client)
    write = words.catalogue.formatter(client.country).write_money
    balance, plan = facts["balance"], facts["plan"]
    coming = plan["next"] if plan else None
    total = balance["total"]  # None when the interest to today is not known
    amount = coming["amount"] if coming else max(total or 0, 0)
    money = {"amount": amount, "currency": facts["currency"]}
    return render(
        "bank_case.html",
        reference=reference,
        name=facts["debtor"]["name"],
        state=words("state", status=facts["status"]),
        total=_words()["no_total"]
        if total is None
        else write({"amount": total, "currency": balance["currency"]}),
        next=f"{write(money)}, {coming['due']}" if coming else _words()["no_plan"],
        currency=facts["currency"],
        amount=str(Decimal(amount).scaleb(-client.jurisdiction.minor_digits)),
        today=today.isoformat(),
        lines=join(list(_lines(await outlook(house, reference)))),
    )


def _choices(clients: ClientBook, chosen: str | None) -> Html:
    return join(
        [
            render(
                "bank_choice.html",
                reference=case.reference,
                name=cases.debtors[case.debtor].name,
                selected=Html(" selected" if case.reference == chosen else ""),
            )
            for cases in demo_cases(clients)
            for case in cases.cases
        ]
    )


def _lines(found: Outlook) -> Iterator[Html]:
    words = _words()
    for due in found.now:
        why = f" ({words['why'][due.why]})" if due.why else ""
        act = words["act"][due.act] + why
        yield _line(words["due"].format(kind=words["kind"][due.kind], act=act))
    for later in found.later:
        at = _minute(later.from_moment)
        yield _line(words["later"].format(at=at, kind=words["kind"][later.kind]))
    if not found.now and not found.later:
        yield _line(words["nothing"])


def _line(text: str) -> Html:
    return render("bank_line.html", text=text)


def _minute(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    return words

"""What a confirmation says, section by section."""

from collections.abc import Iterator

from backend.confirmations.blocks import Pairs, Paragraph, Quote, Section, Table
from backend.confirmations.document import Confirmation, Words
from backend.confirmations.saying import Voice


def summary(plan: Confirmation, say: Voice) -> str:
    """The answer first: how much, in how many payments, from when to when."""
    return say(
        "summary",
        single=len(plan.schedule) == 1,
        total=say.sum(plan.total),
        instalments=len(plan.schedule),
        first_due=plan.first.due,
        last_due=plan.last.due,
    )


def sections(plan: Confirmation, say: Voice) -> Iterator[Section]:
    """In the order in which they are read; what there is nothing to say about is left out."""
    yield Section(say("about"), [_about(plan, say)])
    yield Section(say("schedule"), [_schedule(plan, say)])
    if plan.parts:
        yield Section(say("parts"), [_parts(plan, say), Paragraph(_costs(plan, say))])
    yield Section(say("paying"), [_paying(plan, say), Paragraph(say("use_reference"))])
    kept = say("kept", interest_stopped=plan.interest_stopped)
    yield Section(say("keeping"), [Paragraph(kept), Paragraph(say("change"))])
    yield Section(say("missing"), [Paragraph(_missed(plan, say))])
    if plan.renewal is not None:
        renewed = say("limitation_renewed", **plan.renewal._asdict())
        yield Section(say("limitation"), [Paragraph(renewed)])
    if plan.undo_until is not None:
        yield Section(say("undoing"), [Paragraph(say("undo", until=plan.undo_until))])
    yield Section(say("questions"), [_questions(plan, say)])
    if plan.words is not None:
        yield _what_was_read(plan.words, say)


def _about(plan: Confirmation, say: Voice) -> Pairs:
    offset = plan.agreed_at.isoformat(timespec="minutes")[-len("+00:00") :]
    return Pairs(
        [
            (say("debtor"), plan.debtor),
            (say("case"), plan.case),
            (say("creditor"), plan.creditor),
            (say("origin"), plan.origin),
            (say("invoice"), plan.invoice),
            (say("agreed"), say("agreed_at", at=plan.agreed_at, offset=offset)),
            (say("plan"), plan.plan),
            (say("rules"), plan.rules_version),
        ]
    )


def _schedule(plan: Confirmation, say: Voice) -> Table:
    return Table(
        header=(say("number"), say("due"), say("amount")),
        rows=[
            (str(payment.number), say("day", day=payment.due), say.money(payment.amount))
            for payment in plan.schedule
        ],
        label=say("total"),
        sum=say.money(plan.total),
    )


def _parts(plan: Confirmation, say: Voice) -> Table:
    rows = [(say("part", kind=part.kind), say.money(part.amount)) for part in plan.parts]
    if plan.costs:
        rows.append((say("plan_costs"), say.money(plan.costs)))
    if plan.forgiven:
        rows.append((say("plan_forgives"), say.money(-plan.forgiven)))
    return Table((say("what"), say("amount")), rows, say("total"), say.money(plan.total))


def _costs(plan: Confirmation, say: Voice) -> str:
    if plan.forgiven:
        return say("forgiven", forgiven=say.sum(plan.forgiven))
    return say("costs", free=not plan.costs, costs=say.sum(plan.costs))


def _missed(plan: Confirmation, say: Voice) -> str:
    days = plan.ending.after_days if plan.ending else None
    ends = "unknown" if plan.ending is None else "person" if days is None else "days"
    return say("missed", ends=ends, days=days or 0)


def _paying(plan: Confirmation, say: Voice) -> Pairs:
    paying = plan.paying
    return Pairs(
        [
            (say("account", label=paying.account_label), paying.account),
            (say("reference"), paying.reference),
            (say("payee"), paying.payee),
        ]
    )


def _what_was_read(words: Words, say: Voice) -> Section:
    return Section(say("words"), [Quote(words.language, words.texts)])


def _questions(plan: Confirmation, say: Voice) -> Paragraph:
    return Paragraph(say("ask", agency=plan.sender.agency, phone=plan.sender.phone))

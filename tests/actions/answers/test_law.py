"""When a claim is too old: the period is told where it is known, and a person looks at it."""

import pytest

from tests.actions.conftest import Ask, written


@pytest.mark.parametrize(
    ("case", "language", "years"),
    [
        ("SE-1001", "sv", "3 år"),
        ("SE-1009", "sv", "10 år"),
        ("NO-1001", "nb", "3 år"),
        ("DK-1001", "da", "3 år"),
        ("FI-1001", "fi", "3 vuotta"),
        ("IS-1001", "is", "4 ár"),
        ("SE-1009", "en", "10 years"),
    ],
)
async def test_the_period_is_that_of_the_claim_and_the_debtor(
    ask: Ask, case: str, language: str, years: str
):
    ((text, message),) = await ask(case, "ask_limitation_period", language)
    assert text == "limitation"
    assert years in written(message, language, case)

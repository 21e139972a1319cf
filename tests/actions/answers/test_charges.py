"""Fees with their ceilings, and how the interest is counted."""

import pytest

from tests.actions.conftest import Ask, written


async def test_each_fee_is_a_line_with_what_the_law_allows(ask: Ask):
    said = await ask("SE-1010", "ask_fees")
    assert [text for text, _ in said] == ["fee_line", "fee_line"]
    assert [written(message, "sv") for _, message in said] == [
        "Påminnelse, 7 september 2026: 60,00 kr. Lagen tillåter högst 60,00 kr.",
        "Inkassokrav, 7 oktober 2026: 180,00 kr. Lagen tillåter högst 180,00 kr.",
    ]


async def test_all_of_four_fees_are_told(ask: Ask):
    said = await ask("DK-1001", "ask_fees", "da")
    assert [text for text, _ in said] == ["fee_line"] * 4


async def test_only_the_last_line_has_buttons(ask: Ask):
    said = await ask("SE-1010", "ask_fees")
    assert ["choices" in message for _, message in said] == [True, False]


async def test_a_case_without_fees_says_so(ask: Ask):
    ((text, message),) = await ask("SE-1008", "ask_fees")
    assert (text, message["has_fees"]) == ("fees", False)


async def test_fees_are_told_where_the_sum_is_not_known(ask: Ask):
    assert [text for text, _ in await ask("SE-1011", "ask_fees")] == ["fee_line", "fee_line"]


async def test_running_interest_says_the_rate_and_the_days(ask: Ask):
    first, second = await ask("SE-1010", "ask_interest")
    assert written(first[1], "sv").startswith("Hittills är räntan 275,18 kr. Räntesatsen är 9 %")
    assert written(second[1], "sv") == (
        "24 augusti 2026 till 21 november 2026: 90 dagar med 9 % om året på 12 400,00 kr."
    )


async def test_interest_that_stopped_has_no_days_to_count(ask: Ask):
    ((text, message),) = await ask("SE-1001", "ask_interest")
    assert (text, message["running"]) == ("interest", False)


@pytest.mark.parametrize(
    ("case", "language", "days"),
    [
        ("SE-1001", "sv", "15 augusti 2026 till 19 november 2026"),
        ("NO-1001", "nb", "fra 10. september 2026 til 11. november 2026"),
        ("DK-1001", "da", "fra den 31. august 2026 til den 27. oktober 2026"),
        ("FI-1001", "fi", "ajalta 8.9.2026–6.11.2026"),
        ("IS-1001", "is", "9. ágúst 2026 til 6. nóvember 2026"),
        ("SE-1001", "en", "from 15 August 2026 to 19 November 2026"),
    ],
)
async def test_interest_that_was_booked_is_told_with_its_days(
    ask: Ask, case: str, language: str, days: str
):
    ((_, message),) = await ask(case, "ask_interest", language)
    assert days in written(message, language, case)

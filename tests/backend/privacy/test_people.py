"""Who somebody is does not show in a masked text; what it is about does."""

import pytest

from backend.privacy import Masking

HIDE = Masking("SE", names=["Astrid Lundqvist", "Bo Ek"], references=["SE-1001"])
SHOWN = "••••••"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Hej, Astrid här", f"Hej, {SHOWN} här"),
        ("Astrids ärende SE-1001", f"{SHOWN} ärende {SHOWN}"),
        ("bosatt är Bo Ek", f"bosatt är {SHOWN} {SHOWN}"),
        ("jag heter anna Karlsson och undrar", f"jag heter {SHOWN} och undrar"),
        ("olen Matti Meikäläinen", f"olen {SHOWN}"),
        ("ring 070-123 45 67", f"ring {SHOWN}"),
        ("ring +46 8 465 004 12 tack", f"ring {SHOWN} tack"),
        ("skriv till a.b@example.org", f"skriv till {SHOWN}"),
        ("Storgatan 12 B, 123 45 Umeå", f"{SHOWN}, {SHOWN}"),
        ("Mannerheimintie 5, 00100 Helsinki", f"{SHOWN}, {SHOWN}"),
        ("referens H-7K3M9Q", f"referens {SHOWN}"),
        ("bankgiro 5050-1055", f"bankgiro {SHOWN}"),
        ("FI21 1234 5600 0007 85", SHOWN),
        ("https://example.org/x?token=abc", SHOWN),
        ("personnummer 900101-0017", f"personnummer {SHOWN}"),
    ],
)
def test_what_tells_who_it_is_is_hidden(text: str, masked: str) -> None:
    assert HIDE(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "1 234 567,89 kr",
        "64.800 kr. og 4860,00 kr.",
        "64 800 kr i 12 månader från 25.12.2026",
        "den 2026-12-25 betalar jag",
        "olen työtön enkä pysty maksamaan",
        "jag är sjuk",
        "kl. 09:00 den 25 december",
    ],
)
def test_amounts_days_and_plain_words_stay(text: str) -> None:
    assert HIDE(text) == text


def test_a_template_that_names_the_creditor_is_kept() -> None:
    assert HIDE("Jag är Norrskens assistent.", spoken=False) == "Jag är Norrskens assistent."

"""Figures that nobody's case gave."""

import pytest

from tests.backend.designing.conftest import Broken

SV, FI = "assistant/responses/sv.yml", "assistant/responses/fi.yml"
SAID = {SV: "Hej igen. Vad vill du göra?", FI: "Hei taas. Mitä haluat tehdä?"}


@pytest.mark.parametrize(
    ("file", "text", "kind"),
    [
        (SV, "Det kostar 60 kr.", "money_in_text"),
        (SV, "Det kostar 1 200 kronor.", "money_in_text"),
        (SV, "Räntan är 9,5 %.", "money_in_text"),
        (FI, "Se maksaa 5,00 €.", "money_in_text"),
        (SV, "Senast den 25 december.", "date_in_text"),
        (SV, "Senast 2026-12-25.", "date_in_text"),
        (FI, "Viimeistään 25.12.2026.", "date_in_text"),
        (FI, "Viimeistään 25. joulukuuta.", "date_in_text"),
    ],
)
def test_a_figure_that_was_typed_in_is_found(
    project: Broken, file: str, text: str, kind: str
) -> None:
    assert (file, 9, kind) in project.changes(file, SAID[file], text).told()


@pytest.mark.parametrize("text", ["Ring 112.", "Du har 14 dagar på dig.", "Inom 1 till 3 dagar."])
def test_a_number_that_is_no_amount_and_no_date_is_left_alone(project: Broken, text: str) -> None:
    assert project.changes(SV, SAID[SV], text).found() == []

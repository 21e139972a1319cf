"""All checks together."""

from backend.designing import check
from backend.designing.finding import finding, read_kinds
from backend.settings import ROOT
from tests.backend.designing.conftest import Broken


def test_nothing_is_wrong_with_the_small_project(project: Broken) -> None:
    assert [str(one) for one in project.found()] == []


def test_nothing_of_the_product_is_to_be_mended() -> None:
    assert [str(found) for found in check(ROOT) if found.is_error] == []


def test_a_finding_has_its_place_what_is_wrong_and_what_to_do() -> None:
    found = finding("assistant/responses/fi.yml", 7, "exclamation")
    place, says = str(found).splitlines()
    assert place.startswith("assistant/responses/fi.yml:7  an exclamation mark")
    assert says.strip() == "end with a full stop"


def test_each_kind_of_finding_is_an_error_or_a_warning() -> None:
    assert {kind["level"] for kind in read_kinds().values()} == {"error", "warning"}

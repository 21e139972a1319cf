"""Reading the files of clients."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from backend.clients import ClientBook
from backend.plans import DataError
from backend.problems import Problem
from backend.settings import Settings

DEMO = Settings().clients_folder


@pytest.fixture
def folder_with(tmp_path: Path) -> Callable[..., Path]:
    """A folder with one client, whose file says something else at the given keys."""

    def make(**changed: object) -> Path:
        data = yaml.safe_load((DEMO / "se-energi.yaml").read_text(encoding="utf-8"))
        (tmp_path / "se-energi.yaml").write_text(yaml.safe_dump(data | changed), encoding="utf-8")
        return tmp_path

    return make


def test_each_country_has_a_client(clients: ClientBook):
    assert {client.country for client in clients} == {"SE", "NO", "DK", "FI", "IS"}


def test_everybody_can_be_spoken_to_in_english(clients: ClientBook):
    assert all("en" in client.languages for client in clients)


def test_a_client_is_found_by_its_id(clients: ClientBook):
    assert clients.get("se-energi").name == "Norrsken Energi"


def test_an_unknown_client_is_a_problem_that_does_not_repeat_what_was_asked(clients: ClientBook):
    with pytest.raises(Problem) as raised:
        clients.get("somebody-else")
    assert raised.value.status == 404
    assert "somebody-else" not in raised.value.detail


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"colour": "green"}, r"se-energi\.yaml\.colour: .*pattern"),
        ({"hours": {"mon": "8-17"}}, r"se-energi\.yaml\.hours\.mon: .*written as 08:00-17:00"),
        ({"hours": {"mon": "17:00-08:00"}}, r"hours\.mon: .*end later than they begin"),
        ({"logo": "x.png"}, r"se-energi\.yaml\.logo: unknown key"),
        ({"country": "XX"}, r"known are .*SE"),
        ({"eid": {"en": "BankID"}}, r"eid needs its name in sv"),
        ({"plans": []}, r"se-energi\.yaml\.plans: at least one band"),
        ({"id": "se-el"}, r"se-energi\.yaml\.id: .*to be se-el\.yaml"),
        (
            {"plans": [{"instalment": {"at_least": 300}, "instalments": {"at_most": 12}}]},
            r"se-energi\.yaml\.plans\[0\]\.first_payment: Field required",
        ),
    ],
)
def test_a_wrong_file_is_refused_with_its_name_and_field(
    folder_with: Callable[..., Path], changed: dict[str, object], message: str
):
    with pytest.raises(DataError, match=message):
        ClientBook.read(folder_with(**changed))


def test_a_file_that_is_not_yaml_is_named(tmp_path: Path):
    (tmp_path / "se-energi.yaml").write_text("id: [", encoding="utf-8")
    with pytest.raises(DataError, match=r"se-energi\.yaml: not YAML"):
        ClientBook.read(tmp_path)

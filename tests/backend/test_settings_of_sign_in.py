"""Half an identity provider is refused, and so is a house that nobody can enter."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from backend.before_start import what_is_wrong
from backend.settings import ROOT, Settings, wrong_settings

WHOLE: dict[str, object] = {
    "oidc_issuer": "https://id.example.org/",
    "oidc_client_id": "sovinto",
    "oidc_client_secret": "a secret",
    "oidc_access_file": "access.yaml",
}


def named(**given: object) -> set[str]:
    with pytest.raises(ValidationError) as refused:
        Settings(_env_file=None, **given)
    return {line.partition(":")[0] for line in wrong_settings(refused.value)}


def test_a_whole_provider_is_taken_and_its_address_ends_without_a_slash() -> None:
    assert Settings(_env_file=None, **WHOLE).oidc_issuer == "https://id.example.org"


def test_without_one_staff_sign_in_with_passwords() -> None:
    settings = Settings(_env_file=None)
    assert (settings.oidc_issuer, settings.local_passwords) == (None, True)


@pytest.mark.parametrize("missing", [name for name in WHOLE if name != "oidc_issuer"])
@pytest.mark.parametrize("nothing", [None, ""])
def test_what_is_missing_beside_the_issuer_is_named(missing: str, nothing: object) -> None:
    assert named(**{**WHOLE, missing: nothing}) == {missing.upper()}


def test_what_is_of_no_use_without_the_issuer_is_named() -> None:
    beside = {name: value for name, value in WHOLE.items() if name != "oidc_issuer"}
    assert named(**beside) == {name.upper() for name in beside}


def test_an_issuer_is_reached_safely_or_on_this_machine() -> None:
    assert named(**{**WHOLE, "oidc_issuer": "http://id.example.org"}) == {"OIDC_ISSUER"}
    near = Settings(_env_file=None, **{**WHOLE, "oidc_issuer": "http://127.0.0.1:8080"})
    assert near.oidc_issuer == "http://127.0.0.1:8080"


def test_passwords_are_not_switched_off_where_they_are_the_only_way_in() -> None:
    assert named(local_passwords=False) == {"LOCAL_PASSWORDS"}
    assert not Settings(_env_file=None, **WHOLE, local_passwords=False).local_passwords


@pytest.fixture
def provided(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A demonstration with a provider and an access file."""
    file = tmp_path / "access.yaml"
    file.write_text(
        "role: {claim: groups, values: {a: agent}}\n"
        "clients: {claim: groups, values: {b: [se-energi]}}\n",
        encoding="utf-8",
    )
    for name, value in {**WHOLE, "oidc_access_file": file}.items():
        monkeypatch.setenv(name.upper(), str(value))
    monkeypatch.setenv("CLIENTS_FOLDER", str(ROOT / "backend" / "clients" / "demo"))
    return file


def test_a_file_that_fits_is_nothing_to_mend(provided: Path) -> None:
    assert what_is_wrong() == []


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("role: {claim: g, values: {a: king}}\nclients: {claim: g, values: {}}", "king is no role"),
        ("role: {claim: g, values: {}}\nclients: {claim: g, values: {a: [x]}}", "x is no client"),
        ("role: {claim: g}\nclients: {claim: g, values: {}}", "role.values"),
        ("role: [", "is no YAML"),
    ],
)
def test_a_file_that_names_what_is_not_there_is_told(
    provided: Path, written: str, told: str
) -> None:
    provided.write_text(written, encoding="utf-8")
    [line] = what_is_wrong()
    assert line.startswith("OIDC_ACCESS_FILE: ")
    assert told in line


def test_a_file_that_is_not_there_is_told(provided: Path) -> None:
    provided.unlink()
    [line] = what_is_wrong()
    assert line.startswith("OIDC_ACCESS_FILE: there is no file")


def test_half_a_provider_is_told_with_all_else(
    provided: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OIDC_CLIENT_ID", "")
    monkeypatch.setenv("PORT", "0")
    assert {line.partition(":")[0] for line in what_is_wrong()} == {"OIDC_CLIENT_ID", "PORT"}

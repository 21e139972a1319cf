"""The numbers that debtors pay to are checked when a client's file is read."""

import pytest

from backend.clients.checking import check_file
from tests.backend.clients.files import DEMO, changed, demo_text

REFUSED = [
    ("se-energi", "account: 5050-1055", "account: 5050-1056", "has a wrong check digit"),
    ("se-energi", "559900-4214", "559900-4215", "`payee: organisation_number: 559900-4215` has"),
    ("se-energi", '"1230000017"', '"4630000017"', "is not written in the right way"),
    ("no-mobil", "8601 11 17947", "8601 11 17948", "`payee: account: 8601 11 17948` has a wrong"),
    ("dk-tele", "+71 81234567", "+71 8123456", "not the right number of digits"),
    ("fi-kraft", "0007 76", "0007 77", "has a wrong check digit"),
    ("fi-kraft", "bic: NDEAFIHH", "bic: NDEAFIH", "`payee: bic: NDEAFIH` is no BIC"),
    ("fi-kraft", "bic: NDEAFIHH", "iban: FI37", "`payee: iban: FI37` is no IBAN"),
    (
        "no-trening",
        "scheme: mod11",
        "scheme: fik75",
        "is no scheme of NO; write luhn or mod11, as the bank has agreed",
    ),
    ("se-energi", "swish:", "swihs:", "the nearest known key is `swish`"),
]


@pytest.mark.parametrize(("client", "right", "mistyped", "says"), REFUSED)
def test_a_mistyped_number_is_refused_with_its_line(
    client: str, right: str, mistyped: str, says: str
):
    text = changed(demo_text(client), (right, mistyped))
    read, faults = check_file(DEMO / f"{client}.yaml", text)
    line = text[: text.index(mistyped)].count("\n") + 1
    assert read is None
    (fault,) = [str(fault) for fault in faults]
    assert fault.startswith(f"{client}.yaml line {line}: ")
    assert says in fault


def test_an_account_that_is_an_iban_needs_no_other():
    client, _ = check_file(DEMO / "fi-kraft.yaml", demo_text("fi-kraft"))
    assert client is not None
    assert client.payee.international_account == "FI37 1590 3000 0007 76"


def test_an_account_that_is_no_iban_may_have_one_beside_it():
    iban = "iban: SE45 5000 0000 0583 9825 7466"
    text = changed(demo_text("se-energi"), ("swish:", f"{iban}\n  swish:"))
    client, faults = check_file(DEMO / "se-energi.yaml", text)
    assert (faults, client is None) == ([], False)
    assert client is not None
    assert client.payee.international_account == "SE45 5000 0000 0583 9825 7466"


def test_the_banks_own_scheme_comes_before_the_countrys():
    schemes = {}
    for name in ("no-mobil", "no-trening"):
        client, _ = check_file(DEMO / f"{name}.yaml", demo_text(name))
        assert client is not None
        schemes[name] = client.reference_scheme
    assert schemes == {"no-mobil": "luhn", "no-trening": "mod11"}

"""What a client's file says."""

from datetime import date

import pytest
import yaml

from backend.clients import Client, ClientBook
from backend.plans import Claim
from backend.settings import Settings

DEMO_DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [("en", "en"), ("fi-FI", "fi"), ("SV_se", "sv"), ("de", "sv"), (None, "sv"), ("", "sv")],
)
def test_a_client_speaks_the_wanted_language_or_its_own(
    clients: ClientBook, wanted: str | None, spoken: str
):
    assert clients.get("se-energi").language(wanted) == spoken


def test_electronic_identification_has_its_name_in_each_language(clients: ClientBook):
    shop = clients.get("fi-kauppa")
    assert shop.eid_in("sv") == "nätbankskoder"
    assert clients.get("se-energi").eid_in("en") == "BankID"


def test_a_hold_lasts_as_long_as_the_client_has_set(clients: ClientBook):
    client = clients.get("se-energi")
    assert client.hold_until("payment_reported", date(2026, 11, 21)) == date(2026, 12, 5)
    assert client.hold_until("dispute", date(2026, 11, 21)) == date(2026, 12, 21)
    assert client.hold_until("something_else", date(2026, 11, 21)) is None


def test_the_version_of_the_rules_changes_with_the_rules_only():
    data = yaml.safe_load((Settings().clients_folder / "no-trening.yaml").read_text("utf-8"))
    client = Client.model_validate(data)
    renamed = Client.model_validate(data | {"name": "Another name"})
    shorter = Client.model_validate(data | {"plans": data["plans"][:1]})
    assert renamed.rules_version == client.rules_version
    assert shorter.rules_version != client.rules_version


def test_rules_with_dates_have_a_version_however_their_days_were_read():
    data = yaml.safe_load((Settings().clients_folder / "dk-tele.yaml").read_text("utf-8"))
    later, sooner = data["plans"][1], data["plans"][1] | {"from": date(2027, 1, 1)}
    client = Client.model_validate(data | {"plans": [data["plans"][0], later]})
    moved = Client.model_validate(data | {"plans": [data["plans"][0], sooner]})
    assert client.rules_version != moved.rules_version


@pytest.mark.parametrize(("day", "most"), [(date(2027, 1, 31), 6), (date(2027, 2, 1), 10)])
def test_a_later_version_holds_from_its_day_on(clients: ClientBook, day: date, most: int):
    (band,) = clients.get("dk-tele").rules_on(day).bands
    assert band.instalments.at_most == most


@pytest.mark.parametrize(
    ("client", "small", "smallest", "large", "larger"),
    [
        ("se-energi", 486000, 30000, 2000000, 50000),
        ("no-mobil", 486000, 30000, 2000000, 50000),
        ("dk-fitness", 486000, 30000, 2000000, 50000),
        ("fi-kauppa", 48600, 3000, 200000, 5000),
        ("is-tryggingar", 64800, 4000, 400000, 7000),
    ],
)
def test_small_and_large_debts_have_rules_of_their_own(
    clients: ClientBook, client: str, small: int, smallest: int, large: int, larger: int
):
    found = clients.get(client)
    for balance, at_least, at_most in ((small, smallest, 12), (large, larger, 24)):
        band = found.rules_on(DEMO_DAY).band_for(Claim(balance, found.currency))
        assert band is not None
        assert (band.instalment.at_least, band.instalments.at_most) == (at_least, at_most)
        assert band.first_payment.within_days == 35
        assert (band.pay_days.first, band.pay_days.last) == (1, 28)

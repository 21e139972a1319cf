"""Which keys a section may have."""

import pytest

from backend.clients import Client
from backend.clients.model_keys import keys_at
from backend.plans import Band


@pytest.mark.parametrize(
    ("kind", "location", "some"),
    [
        (Client, (), {"colour", "logo_text", "plans"}),
        (Client, ("agency",), {"name", "site", "phone"}),
        (Client, ("channels", "sms"), {"number", "active"}),
        (Client, ("hours_by_language", "en"), {"mon", "open_on_holidays"}),
        (tuple[Band, ...], (0,), {"when", "instalment"}),
        (tuple[Band, ...], (1, "when", "balance"), {"over", "up_to"}),
        (tuple[Band, ...], (1, "pay_days"), {"from", "to"}),
    ],
)
def test_the_keys_are_those_of_the_file(kind, location, some: set[str]):
    assert some <= set(keys_at(kind, location))


@pytest.mark.parametrize("location", [("eid",), ("eid", "sv"), ("nowhere", "at", "all")])
def test_where_keys_are_free_or_unknown_there_are_none(location):
    assert keys_at(Client, location) == []

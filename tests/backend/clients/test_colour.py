"""White letters on a client's colour."""

import pytest

from backend.clients import ClientBook
from backend.clients.colour import LEAST_CONTRAST, contrast_with_white


@pytest.mark.parametrize(
    ("colour", "ratio"), [("#000000", 21), ("#ffffff", 1), ("#767676", 4.54), ("#ff0000", 4.0)]
)
def test_contrast_is_counted_as_wcag_does(colour: str, ratio: float):
    assert contrast_with_white(colour) == pytest.approx(ratio, abs=0.01)


def test_letters_can_be_read_on_every_colour_of_the_demonstration(clients: ClientBook):
    assert all(contrast_with_white(client.colour) >= LEAST_CONTRAST for client in clients)


def test_no_two_clients_look_the_same(clients: ClientBook):
    colours = [client.colour for client in clients]
    assert len(set(colours)) == len(colours)

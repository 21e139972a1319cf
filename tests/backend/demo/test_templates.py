"""Filling the pages."""

import pytest

from backend.demo.templates import Html, join, render


def test_values_are_escaped():
    made = render("language.html", address='"/x"', code="sv", current="", name="<b>Å</b>")
    assert "&lt;b&gt;Å&lt;/b&gt;" in made
    assert '"&quot;/x&quot;"' in made


def test_html_stays_html():
    current = Html(' aria-current="true"')
    made = render("language.html", address="/", code="sv", current=current, name="svenska")
    assert ' aria-current="true">svenska' in made


def test_a_missing_value_is_named():
    with pytest.raises(KeyError, match="name"):
        render("language.html", address="/", code="sv", current="")


def test_pieces_are_joined_as_html():
    assert join([Html("<i>"), Html("</i>")]) == "<i>\n</i>"

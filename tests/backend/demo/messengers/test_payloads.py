"""The recorded payloads themselves: whole, in the bytes that come, and nobody's."""

import json
import re

import pytest

from tests.backend.demo.messengers.payloads import FOLDER, recorded

FILES = sorted(file for file in FOLDER.glob("*/*") if file.suffix in (".json", ".form"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_each_is_named_after_its_event_and_variant_and_can_be_read(file):
    assert re.fullmatch(r"[a-z_]+__[a-z_]+\.(json|form)", file.name)
    assert recorded(file.parent.name, file.name)


@pytest.mark.parametrize("channel", ["telegram", "sms", "whatsapp"])
@pytest.mark.parametrize("letter", "äöåæøðþ😟")
def test_every_letter_and_an_emoji_are_in_them(channel, letter):
    written = [
        json.dumps(recorded(channel, file.name), ensure_ascii=False)
        for file in FILES
        if file.parent.name == channel
    ]
    assert any(letter in text.lower() for text in written)


def test_their_bytes_are_ascii_as_the_messengers_escape_them():
    for file in FILES:
        assert file.read_bytes().isascii(), file.name

"""docs/clients.md is true: its example can be used, and it explains every fault."""

import re

from backend.clients.checking import check_file
from backend.settings import ROOT
from tests.backend.clients.files import DEMO
from tests.backend.clients.test_checking import WRITTEN, changed, said

TEXT = (ROOT / "docs" / "clients.md").read_text(encoding="utf-8")


def test_the_example_is_a_right_file():
    (example,) = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
    client, faults = check_file(DEMO / "se-bredband.yaml", example)
    assert [str(fault) for fault in faults] == []
    assert client is not None


def test_the_example_has_every_key():
    (example,) = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
    client, _ = check_file(DEMO / "se-bredband.yaml", example)
    assert client is not None
    assert set(type(client).model_fields) - client.model_fields_set <= {"assistant"}


def test_the_fault_that_it_quotes_is_said_like_that():
    (quoted,) = re.findall(r"```\n(no-mobil\.yaml line .*?)\n```", TEXT)
    (found,) = said(changed(WRITTEN, ("at_most: 12", "at_most: 0")))
    assert re.sub(r"line \d+", "line", found) == re.sub(r"line \d+", "line", quoted)

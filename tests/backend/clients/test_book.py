"""The clients, read from their folder, and read again while they are served."""

from datetime import date
from pathlib import Path

import pytest

from backend.clients import ClientBook
from backend.clients.faults import ClientFilesWrong
from backend.problems import Problem
from tests.backend.clients.files import Folder, changed, demo_text

SHORTER = ("at_most: 12", "at_most: 9")
BROKEN = ("at_most: 12", "at_most: 0")


DEMO_DAY = date(2026, 11, 21)


def most_instalments(book: ClientBook, client: str = "se-energi") -> int:
    return book.get(client).rules_on(DEMO_DAY).bands[0].instalments.at_most


def faults(book: ClientBook) -> list[str]:
    return [str(fault) for fault in book.reading.faults]


def test_each_country_has_two_clients(clients: ClientBook):
    countries = [client.country for client in clients]
    assert sorted(countries) == sorted(2 * ["SE", "NO", "DK", "FI", "IS"])


def test_everybody_can_be_spoken_to_in_english(clients: ClientBook):
    assert all("en" in client.languages for client in clients)


def test_a_client_is_found_by_its_id(clients: ClientBook):
    assert clients.get("se-energi").name == "Norrsken Energi"


def test_an_unknown_client_is_a_problem_that_does_not_repeat_what_was_asked(clients: ClientBook):
    with pytest.raises(Problem) as raised:
        clients.get("somebody-else")
    assert raised.value.status == 404
    assert "somebody-else" not in raised.value.detail


def test_a_start_with_a_wrong_file_is_refused_with_all_that_is_wrong(folder: Folder):
    folder.has("se-energi", None, BROKEN)
    folder.has("no-mobil", None, ("mon: 00:00", "mon: 25:00"))
    folder.has("fi-kauppa")
    with pytest.raises(ClientFilesWrong) as raised:
        ClientBook.read(folder.path)
    assert "se-energi.yaml line" in str(raised.value)
    assert "no-mobil.yaml line" in str(raised.value)
    assert len(raised.value.faults) == 2


def test_a_demonstration_starts_without_the_wrong_file_and_says_so(folder: Folder):
    folder.has("se-energi", None, BROKEN)
    folder.has("fi-kauppa")
    book = ClientBook.read(folder.path, leave_out_wrong_files=True)
    assert [client.id for client in book] == ["fi-kauppa"]
    assert [fault.file for fault in book.reading.faults] == ["se-energi.yaml"]


@pytest.mark.parametrize("leave_out", [False, True])
def test_there_is_no_start_without_any_client(folder: Folder, leave_out: bool):
    with pytest.raises(ClientFilesWrong, match="there is no client's file in"):
        ClientBook.read(folder.path, leave_out_wrong_files=leave_out)
    folder.has("se-energi", None, BROKEN)
    with pytest.raises(ClientFilesWrong, match=r"se-energi\.yaml line"):
        ClientBook.read(folder.path, leave_out_wrong_files=leave_out)


def test_a_changed_rule_holds_after_reading_again(folder: Folder):
    folder.has("se-energi")
    book = ClientBook.read(folder.path)
    before = book.entry("se-energi")
    folder.has("se-energi", None, SHORTER)
    assert most_instalments(book) == 12
    assert book.reload() == ["se-energi.yaml"]
    assert most_instalments(book) == 9
    after = book.entry("se-energi")
    assert after.version != before.version
    assert after.loaded_at > before.loaded_at
    assert after.client.rules_version != before.client.rules_version


def test_what_has_not_changed_stays_the_same(folder: Folder):
    folder.has("se-energi")
    book = ClientBook.read(folder.path)
    before = book.entry("se-energi")
    assert book.reload() == []
    assert book.entry("se-energi") is not None
    assert book.get("se-energi") is before.client
    assert book.entry("se-energi").loaded_at == before.loaded_at


def test_a_file_that_breaks_leaves_the_client_as_it_was_until_it_is_mended(folder: Folder):
    folder.has("se-energi")
    folder.has("fi-kauppa")
    book = ClientBook.read(folder.path)
    folder.has("se-energi", None, BROKEN)
    folder.has("fi-kauppa", None, SHORTER)
    assert book.reload() == ["fi-kauppa.yaml"]
    assert most_instalments(book) == 12
    assert most_instalments(book, "fi-kauppa") == 9
    assert len(faults(book)) == 1
    assert "`instalments: at_most: 0` must be at least 1" in faults(book)[0]
    folder.has("se-energi", None, SHORTER)
    book.reload()
    assert (most_instalments(book), faults(book)) == (9, [])


def test_a_new_file_is_a_new_client(folder: Folder):
    folder.has("se-energi")
    book = ClientBook.read(folder.path)
    folder.has("se-vatten", changed(demo_text("se-bredband"), ("id: se-bredband", "id: se-vatten")))
    assert book.reload() == ["se-vatten.yaml"]
    assert book.get("se-vatten").rules_on(DEMO_DAY).bands[0].instalment.at_least == 50000


def test_a_client_whose_file_is_gone_goes_on_but_takes_nothing_new(folder: Folder):
    file = folder.has("se-energi")
    folder.has("fi-kauppa")
    book = ClientBook.read(folder.path)
    text = file.read_text(encoding="utf-8")
    file.unlink()
    book.reload()
    assert book.get("se-energi").name == "Norrsken Energi"
    assert not book.entry("se-energi").takes_new_conversations
    assert book.entry("fi-kauppa").takes_new_conversations
    assert "new_conversations: false" in faults(book)[0]
    file.write_text(text, encoding="utf-8")
    book.reload()
    assert book.entry("se-energi").takes_new_conversations
    assert faults(book) == []


def test_a_client_that_is_leaving_says_so_in_its_file(folder: Folder):
    folder.has("se-energi", demo_text("se-energi") + "new_conversations: false\n")
    book = ClientBook.read(folder.path)
    assert not book.entry("se-energi").takes_new_conversations
    assert faults(book) == []


def test_an_address_of_a_messaging_app_is_one_clients(folder: Folder):
    number = '"+46846500471"'
    folder.has("no-mobil", None, ('"+4700000047"', number))
    folder.has("se-energi")
    with pytest.raises(ClientFilesWrong) as raised:
        ClientBook.read(folder.path)
    (fault,) = raised.value.faults
    assert fault.file == "se-energi.yaml"
    assert "`channels: sms: number: +46846500471` stands in no-mobil.yaml too" in fault.says
    assert number.strip('"') in demo_text("se-energi").splitlines()[fault.line - 1]


def test_a_file_with_another_ending_is_not_passed_over_in_silence(folder: Folder):
    folder.has("se-energi")
    (folder.path / "fi-kauppa.yml").write_text(demo_text("fi-kauppa"), encoding="utf-8")
    with pytest.raises(ClientFilesWrong, match="name it fi-kauppa.yaml"):
        ClientBook.read(folder.path)


def test_a_file_that_is_not_utf_8_is_named_with_its_line(folder: Folder):
    (folder.path / "se-energi.yaml").write_bytes(b"id: se-energi\nname: Norrsken \xd6st\n")
    with pytest.raises(ClientFilesWrong, match=r"se-energi\.yaml line 2: .*save the file as UTF-8"):
        ClientBook.read(folder.path)


def test_a_folder_that_is_gone_leaves_everything_as_it_was(folder: Folder):
    folder.has("se-energi")
    book = ClientBook.read(folder.path)
    folder.path.rename(Path(f"{folder.path}-away"))
    book.reload()
    assert most_instalments(book) == 12
    assert not book.entry("se-energi").takes_new_conversations

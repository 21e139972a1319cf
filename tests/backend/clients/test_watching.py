"""The folder is watched while the product runs."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date

from backend.clients import ClientBook
from backend.clients.watching import ClientWatch
from tests.backend.clients.files import Folder

OFTEN = 0.01


DEMO_DAY = date(2026, 11, 21)


@asynccontextmanager
async def watched(book: ClientBook) -> AsyncIterator[None]:
    task = asyncio.create_task(ClientWatch(book, OFTEN).run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not is_so():
            await asyncio.sleep(OFTEN)


async def test_a_change_is_read_by_itself(folder: Folder):
    folder.has("se-energi")
    book = ClientBook.read(folder.path)
    async with watched(book):
        folder.has("se-energi", None, ("at_most: 12", "at_most: 9"))
        await until(
            lambda: book.get("se-energi").rules_on(DEMO_DAY).bands[0].instalments.at_most == 9
        )
        folder.has("fi-kauppa")
        await until(lambda: len(list(book)) == 2)


async def test_a_file_that_breaks_is_told_and_changes_nothing(folder: Folder):
    file = folder.has("se-energi")
    book = ClientBook.read(folder.path)
    async with watched(book):
        file.write_text("id: [", encoding="utf-8")
        await until(lambda: bool(book.reading.faults))
        assert book.get("se-energi").rules_on(DEMO_DAY).bands[0].instalments.at_most == 12
        folder.has("se-energi")
        await until(lambda: not book.reading.faults)


async def test_each_process_reads_for_itself(folder: Folder):
    folder.has("se-energi")
    books = [ClientBook.read(folder.path) for _ in range(2)]
    async with watched(books[0]), watched(books[1]):
        folder.has("se-energi", None, ("name: Norrsken Energi", "name: Norrsken"))
        await until(lambda: all(book.get("se-energi").name == "Norrsken" for book in books))


async def test_nothing_that_is_wrong_is_ever_served_while_a_file_is_written_piece_by_piece(
    folder: Folder,
):
    file = folder.has("no-mobil")
    whole = file.read_text(encoding="utf-8")
    book = ClientBook.read(folder.path)
    bands = []
    async with watched(book):
        for end in range(len(whole) - 600, len(whole), 40):
            file.write_text(whole[:end], encoding="utf-8")
            await asyncio.sleep(0)
            bands.append(len(book.get("no-mobil").rules_on(DEMO_DAY).bands))
        file.write_text(whole, encoding="utf-8")
        await until(lambda: not book.reading.faults)
    assert set(bands) == {3}

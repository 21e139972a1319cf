"""All clients, read from a folder of data files, and read again when a file changes.

Every turn asks the book anew, so a changed rule holds from the next turn on. What is wrong is never
served: a file that is wrong when it is read again leaves its client as it was before.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from threading import Lock

from backend.clients.faults import ClientFilesWrong, Fault
from backend.clients.folder import ENDING, ReadFile, read_files, refuse_shared_addresses
from backend.clients.profile import Client
from backend.clock import utc_now
from backend.problems import not_found


@dataclass(frozen=True)
class Entry:
    """A client as it is served; `removed` when its file is gone since."""

    client: Client
    version: str
    loaded_at: datetime
    removed: bool = False

    @property
    def takes_new_conversations(self) -> bool:
        """False for a client that is leaving: what was begun goes on, nothing new begins."""
        return self.client.new_conversations and not self.removed


@dataclass(frozen=True)
class Reading:
    """What the last reading found: exchanged as a whole, never changed."""

    entries: Mapping[str, Entry]
    faults: tuple[Fault, ...] = ()
    checked_at: datetime = field(default_factory=utc_now)


class ClientBook:
    """The clients by their id."""

    def __init__(self, clients: Mapping[str, Client], folder: Path | None = None) -> None:
        now = utc_now()
        self.folder = folder
        self.reading = Reading({id_: Entry(client, "", now) for id_, client in clients.items()})
        self._one_reader = Lock()
        self._files: dict[str, ReadFile] = {}

    def __iter__(self) -> Iterator[Client]:
        return (entry.client for entry in self.reading.entries.values())

    def get(self, client: str) -> Client:
        """The client with this id. Raises the problem not-found."""
        return self.entry(client).client

    def entry(self, client: str) -> Entry:
        """The client with this id and how it was read. Raises the problem not-found."""
        found = self.reading.entries.get(client)
        if found is None:
            raise not_found("client")
        return found

    @classmethod
    def read(cls, folder: Path, *, leave_out_wrong_files: bool = False) -> "ClientBook":
        """Reads each file of `folder`.

        Raises ClientFilesWrong when a file is wrong, unless it is to be left out, and when there is
        no client at all.
        """
        book = cls({}, folder)
        book.reload()
        found = book.reading
        if not found.entries and not found.faults:
            says = f"there is no client's file in {folder}; write one as docs/clients.md shows"
            raise ClientFilesWrong([Fault(f"*{ENDING}", 1, "", says)])
        if found.faults and not (found.entries and leave_out_wrong_files):
            raise ClientFilesWrong(found.faults)
        return book

    def reload(self) -> list[str]:
        """Reads the folder again and serves what is right; gives the files that changed something.

        A file that is wrong now leaves the client as it was. A client whose file is gone stays for
        the conversations that it has.
        """
        if self.folder is None:
            return []
        with self._one_reader:
            before = self.reading.entries
            read = read_files(self.folder, self._files)
            self._files = {file.name: file for file in read}
            files = refuse_shared_addresses(read)
            entries = dict(_served(files, before))
            gone = {id_: entry for id_, entry in before.items() if id_ not in entries}
            entries |= {id_: replace(entry, removed=True) for id_, entry in gone.items()}
            faults = [fault for file in files for fault in file.faults]
            faults += [_file_is_gone(id_) for id_ in gone]
            self.reading = Reading(dict(sorted(entries.items())), tuple(faults))
            return [f"{id_}{ENDING}" for id_, entry in entries.items() if before.get(id_) != entry]


def _served(files: list[ReadFile], before: Mapping[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """The clients whose file is there: as the file says, or as it said when it was right."""
    now = utc_now()
    for file in files:
        id_ = file.name.removesuffix(ENDING)
        known = before.get(id_)
        if known is not None and (file.client is None or file.version == known.version):
            yield id_, replace(known, removed=False)
        elif file.client is not None:
            yield id_, Entry(file.client, file.version, now)


def _file_is_gone(client: str) -> Fault:
    says = (
        "the file is gone; conversations that were begun go on until the next start, and none begins. "
        "Put it back with `new_conversations: false` until they are over"
    )
    return Fault(f"{client}{ENDING}", 1, "", says)

"""The folder of the clients' files: which there are, what they say, and what is wrong between them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from backend.clients.checking import check_file
from backend.clients.faults import Fault, Finder
from backend.clients.profile import Client
from backend.clients.written import Written

ENDING = ".yaml"
_NEARLY = ".yml"


@dataclass(frozen=True)
class ReadFile:
    """One file as it was read; without a client, `faults` say why."""

    name: str
    version: str
    client: Client | None
    faults: tuple[Fault, ...] = ()
    text: str = ""


def stamps(folder: Path) -> Mapping[str, tuple[int, int, int]]:
    """What changes when a file of the folder does, without reading it; cheap enough for each second."""
    found = {}
    for file in _files(folder):
        try:
            about = file.stat()
        except FileNotFoundError:
            continue  # gone since the folder was listed
        found[file.name] = (about.st_mtime_ns, about.st_size, about.st_ino)
    return found


def read_folder(folder: Path) -> list[ReadFile]:
    """Every client's file, by name, and with what is wrong between them."""
    return refuse_shared_addresses(read_files(folder, {}))


def read_files(folder: Path, known: Mapping[str, ReadFile]) -> list[ReadFile]:
    """Every client's file, each by itself; one that is as it is in `known` is not checked anew."""
    return [_read(file, known.get(file.name)) for file in _files(folder)]


def refuse_shared_addresses(files: Sequence[ReadFile]) -> list[ReadFile]:
    """The files; one whose client would share an address of a channel with another is wrong."""
    taken: dict[tuple[str, str], str] = {}
    checked = []
    for file in files:
        clashes = tuple(_clashes(file, taken))
        checked.append(replace(file, client=None, faults=clashes) if clashes else file)
    return checked


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.glob("*") if file.suffix in (ENDING, _NEARLY))


def _read(file: Path, known: ReadFile | None) -> ReadFile:
    if file.suffix != ENDING:
        says = f"the file is not read; name it {file.stem}{ENDING}"
        return ReadFile(file.name, "", None, (Fault(file.name, 1, file.name, says),))
    try:
        content = file.read_bytes()
        text = content.decode("utf-8")
    except OSError as error:
        says = f"the file cannot be read ({error.strerror}); look at its owner and rights"
        return ReadFile(file.name, "", None, (Fault(file.name, 1, "", says),))
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        says = "there is a letter that is not UTF-8; save the file as UTF-8"
        return ReadFile(file.name, "", None, (Fault(file.name, line, "", says),))
    version = sha256(content).hexdigest()[:12]
    if known is not None and known.version == version:
        return known
    client, faults = check_file(file, text)
    return ReadFile(file.name, version, client, tuple(faults), text)


def _clashes(file: ReadFile, taken: dict[tuple[str, str], str]) -> Iterator[Fault]:
    """An address on a channel leads to one client."""
    if file.client is None:
        return
    channels = file.client.channels.model_dump(exclude_none=True)
    for channel, settings in channels.items():
        for key, value in settings.items():
            if isinstance(value, str):
                first = taken.setdefault((channel, value), file.name)
                if first != file.name:
                    find = Finder(file.name, Written.read(file.text))
                    cure = "write the address of this client, or leave the channel out"
                    yield find.fault(("channels", channel, key), f"stands in {first} too", cure)

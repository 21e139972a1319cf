"""All clients, read from a folder of data files when the application starts."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from backend.clients.profile import Client
from backend.plans import DataError
from backend.plans.reading import read
from backend.problems import not_found


class ClientBook:
    """The clients by their id."""

    def __init__(self, clients: Mapping[str, Client]) -> None:
        self._clients = dict(clients)

    def __iter__(self) -> Iterator[Client]:
        return iter(self._clients.values())

    def get(self, client: str) -> Client:
        """The client with this id. Raises the problem not-found."""
        if client not in self._clients:
            raise not_found("client")
        return self._clients[client]

    @classmethod
    def read(cls, folder: Path) -> "ClientBook":
        """Reads each file of `folder`. Raises DataError that names file and field."""
        clients = [_read_client(file) for file in sorted(folder.glob("*.yaml"))]
        return cls({client.id: client for client in clients})


def _read_client(file: Path) -> Client:
    try:
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise DataError(f"{file.name}: not YAML; {error}") from error
    client = read(Client, data, name=file.name, minor_digits=0)
    if client.id != file.stem:
        raise DataError(f"{file.name}.id: the file of {client.id} is to be {client.id}.yaml")
    try:
        if not client.rules.bands:
            raise DataError("plans: at least one band is needed")
    except DataError as error:
        lines = str(error).splitlines()
        raise DataError("\n".join(f"{file.name}.{line}" for line in lines)) from error
    return client

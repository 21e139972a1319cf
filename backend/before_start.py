"""What is to be set or mended before the product can start: a plain line for each thing.

`python -m backend.before_start` prints all of them and ends with 1; it starts and changes nothing.
"""

from typing import Any

from pydantic import SecretStr, ValidationError
from pydantic_settings import SettingsError

from backend.channels.secrets import missing_secrets
from backend.clients import ClientBook
from backend.clients.faults import ClientFilesWrong
from backend.identity.page_secrets import wrong_page_secrets
from backend.settings import SECRETS, WEAK, Settings, wrong_settings
from backend.settings_of_sign_in import BESIDE_THE_ISSUER
from backend.staff.permissions import read_roles
from backend.staff.provider.access import AccessWrong, read_access

_HEADING = "Sovinto is not started. To be set or mended first (docs/operators.md):"
_CHANNEL = "the client's own at the channel's provider, or leave the channel out of its file"


def refuse_to_start() -> None:
    """Raises SystemExit with all that is wrong, if something is."""
    if found := what_is_wrong():
        raise SystemExit("\n".join([_HEADING, *(f"  {line}" for line in found)]))


def what_is_wrong() -> list[str]:
    """The settings, the clients' files, and the secrets that these need."""
    try:
        settings, found = Settings(), []
    except SettingsError as error:  # a list that is not written as one: nothing more can be read
        return [str(error)]
    except ValidationError as error:
        settings, found = _as_if_mended(error), wrong_settings(error)
    return [*found, *_of_clients(settings), *_of_provider(settings)]


def _as_if_mended(error: ValidationError) -> Settings:
    """The settings without what is wrong with them, so that the rest can be looked at too."""
    names = {str(one["loc"][0]) for one in error.errors()}
    if names & {"oidc_issuer", "local_passwords", *BESIDE_THE_ISSUER}:
        names |= {"oidc_issuer", "local_passwords", *BESIDE_THE_ISSUER}
    mended: dict[str, Any] = {
        name: SecretStr("-" * 32) if name in SECRETS else Settings.model_fields[name].default
        for name in names
    }
    return Settings(**mended)


def _of_clients(settings: Settings) -> list[str]:
    try:
        book = ClientBook.read(settings.clients_folder, leave_out_wrong_files=True)
    except ClientFilesWrong as wrong:
        return str(wrong).splitlines()
    faults = [] if settings.demo else [str(fault) for fault in book.reading.faults]
    clients = list(book)
    pages = wrong_page_secrets(settings, [client.id for client in clients])
    return [
        *faults,
        *(f"{name}: {_CHANNEL}" for name in missing_secrets(settings, clients)),
        *(f"{name}: {WEAK}, and no other client's" for name in pages),
    ]


def _of_provider(settings: Settings) -> list[str]:
    if settings.oidc_access_file is None:
        return []
    try:
        access = read_access(settings.oidc_access_file)
        book = ClientBook.read(settings.clients_folder, leave_out_wrong_files=True)
    except AccessWrong as wrong:
        return [f"OIDC_ACCESS_FILE: {line}" for line in str(wrong).splitlines()]
    except ClientFilesWrong:  # told already
        return []
    lines = access.unknown(list(read_roles().roles), [client.id for client in book])
    return [f"OIDC_ACCESS_FILE: {line}" for line in lines]


if __name__ == "__main__":
    refuse_to_start()

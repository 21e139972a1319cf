"""Starts the backend: `python -m backend`. The database is brought up to date first."""

import uvicorn

from backend.app import serve_app
from backend.clients import ClientBook
from backend.clients.faults import ClientFilesWrong
from backend.database.migrating import upgrade
from backend.logs import configure_logs
from backend.settings import Settings, get_settings


def main() -> None:
    """Runs until it is stopped."""
    settings = get_settings()
    configure_logs()
    _read_clients(settings)
    upgrade(settings.database_url)
    uvicorn.run(
        serve_app(settings),
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,  # addresses and paths of debtors are nobody's business; see /metrics
        # A visitor's address is believed from these alone; limits count by it.
        proxy_headers=True,
        forwarded_allow_ips=settings.trusted_proxies,
        timeout_graceful_shutdown=5,
        ws_max_size=64 * 1024,
    )


def _read_clients(settings: Settings) -> None:
    """Ends with what is wrong before anything is started, when a client's file cannot be used."""
    try:
        ClientBook.read(settings.clients_folder, leave_out_wrong_files=settings.demo)
    except ClientFilesWrong as wrong:
        raise SystemExit(f"Not started, because a client's file is wrong.\n{wrong}") from wrong


if __name__ == "__main__":
    main()

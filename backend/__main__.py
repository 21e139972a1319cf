"""Starts the backend: `python -m backend`. The database is brought up to date first."""

import gc

import uvicorn

from backend.app import serve_app
from backend.before_start import refuse_to_start
from backend.database.migrating import upgrade
from backend.logs import configure_logs
from backend.settings import get_settings


def main() -> None:
    """Runs until it is stopped."""
    refuse_to_start()
    settings = get_settings()
    configure_logs()
    upgrade(settings.database_url)
    app = serve_app(settings)
    # What stands until the end is never looked at again for what may go: every console would wait for it.
    gc.collect()
    gc.freeze()
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,  # addresses and paths of debtors are nobody's business; see /metrics
        # A visitor's address is believed from these alone; limits count by it.
        proxy_headers=True,
        forwarded_allow_ips=settings.trusted_proxies,
        timeout_graceful_shutdown=5,
        ws_max_size=64 * 1024,
        # What is told to 200 consoles is written once, and would be packed 200 times.
        ws_per_message_deflate=False,
    )


if __name__ == "__main__":
    main()

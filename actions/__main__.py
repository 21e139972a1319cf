"""Starts the action server: `python -m actions --port 5055`, on loopback only."""

import argparse
import os

from rasa_sdk.endpoint import create_app
from rasa_sdk.executor import ActionExecutor

from actions.logs import configure_logs

LOOPBACK = "127.0.0.1"


def main() -> None:
    """Runs until it is stopped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=int(os.environ.get("ACTIONS_PORT", "5055")))
    options = parser.parse_args()
    configure_logs()
    executor = ActionExecutor()
    executor.register_package("actions")
    app = create_app(executor, cors_origins=[])
    # One process and one loop: actions wait for the case API and compute nothing. Only Rasa asks
    # here, and Rasa is on this machine.
    app.run(host=LOOPBACK, port=options.port, single_process=True, access_log=False)


if __name__ == "__main__":
    main()

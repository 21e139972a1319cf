"""Starts the action server: `python -m actions --port 5055`, on loopback only."""

import argparse
import os

from rasa_sdk.endpoint import run
from rasa_sdk.executor import ActionExecutor

LOOPBACK = "127.0.0.1"


def main() -> None:
    """Runs until it is stopped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=int(os.environ.get("ACTIONS_PORT", "5055")))
    options = parser.parse_args()
    os.environ["SANIC_HOST"] = LOOPBACK  # nobody but Rasa asks here, and Rasa is on this machine
    executor = ActionExecutor()
    executor.register_package("actions")
    run(executor, options.port, cors_origins=[])


if __name__ == "__main__":
    main()

"""One training, or one reading of all messages, by Rasa in a process of its own on one core.

`python -m tests.bench.beside_rasa.process train|read <folder> light|whole`. The folder has
`config.yml`, `train.json` and `messages.json`; left there are `model.tar.gz` and `trained.json`
(`{"seconds"}`), or `readings.json` (`{"memory", "readings"}`: MB after the model has been loaded, and a
reading a message). Seconds and milliseconds are of the processor, so that others at work on the machine
count little.
"""

import asyncio
import json
import logging
import os
import sys
import time
from pathlib import Path
from typing import Any

FOLDER = Path(sys.argv[2])
LIGHT = sys.argv[3] == "light"


def train() -> None:
    """From the files to the packed model, without the start of Python."""
    from rasa.model_training import train_nlu

    began = time.process_time()
    config, lines = str(FOLDER / "config.yml"), str(FOLDER / "train.json")
    train_nlu(config, lines, str(FOLDER), fixed_model_name="model")
    _leave("trained", {"seconds": time.process_time() - began})


async def read() -> None:
    """What each message is taken for, with the milliseconds that it took."""
    from rasa.core.agent import Agent
    from rasa.core.channels.channel import UserMessage
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(logging.WARNING)
    agent = Agent.load(str(FOLDER / "model.tar.gz"))
    lines = json.loads((FOLDER / "messages.json").read_text())

    several = len({line["language"] for line in lines}) > 1

    async def parsed(line: dict[str, Any]) -> dict[str, Any]:
        page = {"language": line["language"]} if several else {}
        message = UserMessage(line["text"], metadata=page)
        return dict(await agent.processor.parse_message(message))

    for line in lines[:20]:
        await parsed(line)
    memory = _memory()
    readings = []
    for line in lines:
        began = time.process_time()
        found = await parsed(line)
        took = (time.process_time() - began) * 1000
        spans = [[one["start"], one["end"], one["entity"]] for one in found["entities"]]
        intent = found["intent"]
        readings.append([intent["name"] or "", intent["confidence"], spans, took])
    _leave("readings", {"memory": memory, "readings": readings})


def _leave(name: str, content: dict[str, Any]) -> None:
    (FOLDER / f"{name}.json").write_text(json.dumps(content))


def _memory() -> float:
    """What of this process is in memory now, in MB."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def main() -> None:
    """Binds the process to one core, which bounds all threads of all libraries alike."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    if LIGHT:
        from assistant import rasa_patches

        rasa_patches.leave_tensorflow_out()
    if sys.argv[1] == "train":
        train()
    else:
        asyncio.run(read())


if __name__ == "__main__":
    main()

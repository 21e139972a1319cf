"""Understanding alone: Rasa reads a text and does nothing else."""

import asyncio
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import httpx
import yaml

from tests.bench.load import Load, patient_client

UNSEEN = Path(__file__).parents[1] / "nlu"


def unseen_messages() -> Iterator[str]:
    """The messages with which understanding is tested, language by language in turn, for ever."""
    by_language = [
        [
            text
            for path in sorted(folder.glob("*.yml"))
            for texts in yaml.safe_load(path.read_text(encoding="utf-8")).values()
            for text in texts
        ]
        for folder in sorted(UNSEEN.iterdir())
        if any(folder.glob("*.yml")) and folder.name != "crisis"  # made to be hard, not to be usual
    ]
    return cycle([text for texts in zip(*by_language, strict=False) for text in texts])


async def parse(url: str, at_once: int, requests: int) -> Load:
    """Has `requests` texts understood, `at_once` at a time."""
    load, texts = Load(at_once), unseen_messages()
    async with patient_client() as http:
        for _ in range(5 * at_once):
            await http.post(url, json={"text": next(texts)})
        began = time.perf_counter()
        await asyncio.gather(
            *[_parse_some(load, http, url, texts, requests // at_once) for _ in range(at_once)]
        )
        load.seconds = time.perf_counter() - began
    return load


async def _parse_some(
    load: Load, http: httpx.AsyncClient, url: str, texts: Iterator[str], requests: int
) -> None:
    for _ in range(requests):
        began = time.perf_counter()
        answer = await http.post(url, json={"text": next(texts)})
        if answer.is_error:
            load.errors.append(str(answer.status_code))
        else:
            load.milliseconds.append((time.perf_counter() - began) * 1000)

"""Reads one client's file and says everything that is wrong with it, several things at once."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from backend.clients.faults import Fault, Finder
from backend.clients.greeting import greeting_faults
from backend.clients.own_replies import reply_faults
from backend.clients.payee import mistyped
from backend.clients.plan_versions import plans_faults
from backend.clients.profile import Client
from backend.clients.triggers import Triggers
from backend.clients.written import Written
from backend.plans import jurisdiction, known_jurisdictions
from backend.yaml_faults import fault_of


def check_file(file: Path, text: str) -> tuple[Client | None, list[Fault]]:
    """The client that the file describes, or None and what is wrong with it."""
    try:
        written = Written.read(text)
    except yaml.YAMLError as error:
        return None, [_not_yaml(file.name, text, error)]
    find = Finder(file.name, written)
    if not isinstance(written.data, dict):
        return None, [find.fault((), "the file has no keys; write them as docs/clients.md shows")]
    faults = list(_repeated(find))
    client = None
    try:
        client = Client.model_validate(written.data, context={"minor_digits": 0})
    except ValidationError as error:
        faults += find.of_reading(error, Client)
    faults += _plans(find, written.data)
    faults += _triggers(find, written.data)
    faults += _id(find, file, written.data.get("id"))
    if client is not None:
        faults += _languages(find, client)
        faults += _payee(find, client)
        faults += _replies(find, client)
    return (client, []) if client and not faults else (None, sorted(faults, key=_line))


def _line(fault: Fault) -> int:
    return fault.line


def _not_yaml(name: str, text: str, error: yaml.YAMLError) -> Fault:
    fault = fault_of(text, error)
    return Fault(name, fault.line, "", f"this is not YAML: {fault.says}; {fault.cure}")


def _repeated(find: Finder) -> Iterator[Fault]:
    for key, first, second in find.written.repeated_keys():
        says = f"`{key}` is written twice, first in line {first}; leave one of them out"
        yield Fault(find.file, second, key, says)


def _id(find: Finder, file: Path, written: object) -> Iterator[Fault]:
    """A client's file has its id for a name, so that no two have the same."""
    if written in (None, file.stem):
        return
    other = file.with_name(f"{written}{file.suffix}")
    wrong = f"is the id of {other.name} already" if other.exists() else "is not the file's name"
    yield find.fault(("id",), wrong, f"write {file.stem}, or give the file another name")


def _plans(find: Finder, data: dict[str, Any]) -> Iterator[Fault]:
    plans, code = data.get("plans"), data.get("country")
    if isinstance(plans, list) and code in known_jurisdictions():
        yield from plans_faults(find, plans, jurisdiction(str(code)))


def _triggers(find: Finder, data: dict[str, Any]) -> Iterator[Fault]:
    """Amounts in it are the country's, so it is read once that is known."""
    written, code = data.get("hand_over"), data.get("country")
    if not isinstance(written, list) or code not in known_jurisdictions():
        return
    digits = jurisdiction(str(code)).minor_digits
    try:
        read = Triggers.model_validate({"hand_over": written}, context={"minor_digits": digits})
    except ValidationError as error:
        yield from find.of_reading(error, Triggers)
        return
    spoken = data.get("languages") or ()
    for place, trigger in enumerate(read.hand_over):
        for language in set(trigger.when.words or ()) - set(spoken):
            at = ("hand_over", place, "when", "words", language)
            cure = "add it to `languages`, or leave it out here"
            yield find.fault(at, "is not one of the client's languages", cure)


def _payee(find: Finder, client: Client) -> Iterator[Fault]:
    for found in mistyped(client.payee, client.jurisdiction):
        yield find.fault(found.location, found.wrong, found.cure)


def _replies(find: Finder, client: Client) -> Iterator[Fault]:
    for location, wrong, cure in reply_faults(client.replies, client.languages):
        yield find.fault(location, wrong, cure)


def _languages(find: Finder, client: Client) -> Iterator[Fault]:
    """Whether all that is written by language is in languages that the client speaks."""
    if client.home_language not in client.eid:
        cure = f"write what it is called under `{client.home_language}`"
        yield find.fault(("eid",), f"has no name in {client.home_language}", cure)
    by_language: dict[str, Mapping[str, object]] = {
        "greeting": client.greeting,
        "hours_by_language": client.hours_by_language,
    }
    for section, given in by_language.items():
        for language in set(given) - set(client.languages):
            cure = "add it to `languages`, or leave it out here"
            yield find.fault((section, language), "is not one of the client's languages", cure)
    for language, text in client.greeting.items():
        for wrong, cure in greeting_faults(text, language):
            yield find.fault(("greeting", language), wrong, cure)

"""Talks with the running product, and tells what it understood and which rule or story acted.

A number presses a button; "=3" says 3. Ctrl-D ends. Without --case you are somebody who has not
identified.
"""

import argparse
import sys
from collections.abc import Iterator
from typing import Any

from backend.clients import ClientBook
from backend.demo.data import demo_cases
from backend.rehearsal.acting import Ways
from backend.rehearsal.product import Product
from backend.rehearsal.refused import Refused
from backend.rehearsal.talking import Rehearsal
from backend.settings import ROOT, get_settings


def add_options(parser: argparse.ArgumentParser) -> None:
    """As whom, in which language, and what is said."""
    parser.add_argument("--case", help="a demo case, e.g. SE-1001: you are its person, identified")
    parser.add_argument("--reset", action="store_true", help="put the case back to its start")
    parser.add_argument("--client", help="on whose page you are, when you have no case")
    parser.add_argument("--language", help="the page's language")
    parser.add_argument("--say", action="append", metavar="TEXT", help="say this and end; repeat")
    parser.add_argument("--quiet", action="store_true", help="only the conversation")
    parser.add_argument("--url", help="where the product runs, if not here")


def run(options: argparse.Namespace) -> int:
    """Talks until there is nothing more to say; 1 when the product cannot be talked with."""
    for fault in _book().reading.faults:
        print(fault, file=sys.stderr)  # the product runs on without what is wrong, and so does this
    product = Product(options.url or f"http://127.0.0.1:{get_settings().port}")
    ways = None if options.quiet else Ways.read(ROOT)
    try:
        begun = _begin(product, options)
        rehearsal = Rehearsal(product, begun["language"], ways)
        rehearsal.hears(begun["messages"])
        rehearsal.goes_through(_scripted(options.say) if options.say else _typed())
    except Refused as refused:
        print(f"{refused}{_what_there_is(refused, options)}", file=sys.stderr)
        return 1
    return 0


def _begin(product: Product, options: argparse.Namespace) -> dict[str, Any]:
    client, token = options.client or _clients()[0], None
    if options.case:
        given = product.token(options.case, options.language, options.reset)
        client, token = given["client"], given["token"]
    return product.begin(client, token, options.language)


def _scripted(lines: list[str]) -> Iterator[str]:
    for line in lines:
        print(f"\n    > {line}")
        yield line


def _typed() -> Iterator[str]:
    while True:
        try:
            yield input("\n    > ")
        except EOFError:
            print()
            return


def _book() -> ClientBook:
    return ClientBook.read(get_settings().clients_folder, leave_out_wrong_files=True)


def _clients() -> list[str]:
    return [client.id for client in _book()]


def _what_there_is(refused: Refused, options: argparse.Namespace) -> str:
    """The names that would have been right."""
    if refused.kind != "not-found":
        return ""
    if not options.case:
        return f" The clients are {', '.join(_clients())}."
    cases = [case.reference for made_up in demo_cases(_book()) for case in made_up.cases]
    return f" The demo cases are {', '.join(cases)}."

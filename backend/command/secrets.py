"""Tells a client's secret for its payment page, for whoever sets that page up.

It is derived from PAYMENT_PAGE_SECRET, or <CLIENT>_PAYMENT_PAGE_SECRET if that is set.
"""

import argparse

from backend.clients import ClientBook
from backend.identity.page_secrets import page_secret, secret_name
from backend.settings import get_settings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Whose."""
    parser.add_argument("client", help="the client's id")


def run(options: argparse.Namespace) -> int:
    """Prints it; 2 when there is no such client."""
    settings = get_settings()
    known = [client.id for client in ClientBook.read(settings.clients_folder)]
    if options.client not in known:
        print(f"There is no client {options.client}; there are {', '.join(known)}.")
        return 2
    print(f"{secret_name(options.client)}={page_secret(settings, options.client)}")
    return 0

"""Says in plain words what is wrong with the files of the clients.

`check` reads every client's file of a folder, by default the folder that the product uses, and
names file, line, value and cure. Ends with 1 when a file is wrong; nothing is changed.
"""

import argparse
from pathlib import Path

from backend.clients.folder import read_folder
from backend.settings import get_settings


def add_options(parser: argparse.ArgumentParser) -> None:
    """What to do, and with which folder."""
    parser.add_argument("does", choices=["check"], help="reads the files and says what is wrong")
    parser.add_argument("folder", nargs="?", type=Path, help="the clients' files")


def run(options: argparse.Namespace) -> int:
    """Checks and prints."""
    folder = options.folder or get_settings().clients_folder
    if not folder.is_dir():
        print(f"There is no folder {folder}.")
        return 2
    files = read_folder(folder)
    if not files:
        print(f"There is no client's file in {folder}; docs/clients.md shows how to write one.")
        return 2
    wrong = [file for file in files if file.faults]
    for file in wrong:
        print(*file.faults, "", sep="\n")
    print(f"{len(files) - len(wrong)} right, {len(wrong)} wrong, in {folder}")
    return int(bool(wrong))

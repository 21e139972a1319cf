"""Whether files have changed in content; their time says nothing."""

import hashlib
from pathlib import Path
from typing import Iterable

CHUNK = 1 << 20


def checksum(folders: Iterable[Path]) -> str:
    """One for the names and contents of all files below, compiled ones left out."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(f"{path.relative_to(folder)}\n{path.stat().st_size}\n".encode())
                with path.open("rb") as file:
                    while chunk := file.read(CHUNK):
                        digest.update(chunk)
    return digest.hexdigest()

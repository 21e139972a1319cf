"""Clients' files in a folder of a test's own."""

from pathlib import Path

from backend.settings import Settings

DEMO = Settings(_env_file=None).clients_folder


def demo_text(client: str) -> str:
    """The file of a demonstration's client."""
    return (DEMO / f"{client}.yaml").read_text(encoding="utf-8")


def changed(text: str, *changes: tuple[str, str]) -> str:
    """The text with the first of each piece exchanged; each must be there."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


class Folder:
    """A folder of clients' files."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def has(self, client: str, text: str | None = None, *changes: tuple[str, str]) -> Path:
        """Writes a client's file: the demonstration's one, if nothing else is given."""
        file = self.path / f"{client}.yaml"
        file.write_text(changed(text or demo_text(client), *changes), encoding="utf-8")
        return file

"""How numbers, dates and sentences are written in each language.

Pure: Babel and YAML files, no database and no web. It is the one package that both runtimes read,
so that an amount looks the same in a chat line, a reason and the console.
"""

from backend.wording.catalogue import AS_BEFORE, Catalogue, CatalogueError, Entry
from backend.wording.formatting import TextFormatter

__all__ = ["AS_BEFORE", "Catalogue", "CatalogueError", "Entry", "TextFormatter"]

"""Prints the rows as JSON."""

import json
import sys
from pathlib import Path

from tests.bench.reading.amounts import amounts
from tests.bench.reading.dates import dates
from tests.bench.reading.languages import languages

if __name__ == "__main__":
    folder = Path(sys.argv[1]) / "cases"
    print(json.dumps([*languages(folder), *dates(folder), *amounts(folder)], ensure_ascii=False))

"""Prints the rows as JSON."""

import json
import sys
from pathlib import Path

from tests.bench.reading.amounts import amounts
from tests.bench.reading.dates import dates
from tests.bench.reading.intents import intents
from tests.bench.reading.languages import languages

if __name__ == "__main__":
    data = Path(sys.argv[1])
    cases = data / "cases"
    rows = [*languages(cases), *dates(cases), *amounts(cases), *intents(data)]
    print(json.dumps(rows, ensure_ascii=False))

"""Values in what debtors write, read by rules: amounts, counts, dates, references, contacts.

The words are data (``assistant/nlu/lexicon/<language>.yml``); the reading is one linear pass.
"""

from .found import Found
from .reading import read_values

__all__ = ["Found", "read_values"]

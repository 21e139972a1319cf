"""What conversation designers work on: the project's texts, examples, buttons and rules, checked.

It needs no model and no running product; it reads files and says in plain words what is wrong.
"""

from backend.designing.checking import check
from backend.designing.finding import Finding

__all__ = ["Finding", "check"]

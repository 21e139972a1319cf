"""Runs all checks of the designers' files."""

from pathlib import Path

from backend.designing.checks.discretion import check_discretion
from backend.designing.checks.doubles import check_doubles
from backend.designing.checks.examples import check_examples
from backend.designing.checks.figures import check_figures
from backend.designing.checks.keys import check_keys
from backend.designing.checks.languages import check_languages
from backend.designing.checks.lengths import check_lengths
from backend.designing.checks.placeholders import check_placeholders
from backend.designing.checks.plurals import check_plurals
from backend.designing.checks.readability import check_readability
from backend.designing.checks.steps import check_steps
from backend.designing.checks.syntax import check_syntax
from backend.designing.checks.tone import check_tone
from backend.designing.checks.unused import check_unused
from backend.designing.finding import Finding
from backend.designing.project import Project

# Syntax comes last: it tells of every file that one of the others could not read.
CHECKS = [
    check_keys,
    check_languages,
    check_examples,
    check_steps,
    check_unused,
    check_placeholders,
    check_plurals,
    check_tone,
    check_lengths,
    check_readability,
    check_figures,
    check_doubles,
    check_discretion,
    check_syntax,
]


def check(folder: Path) -> list[Finding]:
    """What is wrong in a folder of the product, in the order of files and lines.

    What cannot be read or is not known comes first: much of the rest follows from it.
    """
    project = Project(folder)
    found = {found for one in CHECKS for found in one(project)}
    return sorted(found, key=lambda one: (not one.is_cause, one))

"""The refusal of a training file with a mistake in it: which file, which line, and what to do."""

from backend.designing.yaml_errors import SyntaxProblem
from backend.problems import Problem
from backend.services import Services
from backend.texts import say


def refused_file(house: Services, language: str, problem: SyntaxProblem) -> Problem:
    """The problem working-copy-broken."""
    cure = say(house.texts, language, f"cure_{problem.cure}")
    name = "/".join(
        problem.file.parts[-3:] if problem.file.stem != "contract" else problem.file.parts[-2:]
    )
    says = say(
        house.texts, language, "working_copy_broken", file=name, line=problem.line, cure=cure
    )
    return Problem(409, "working-copy-broken", says, file=name, line=problem.line, cure=cure)

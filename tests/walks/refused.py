"""What a refusal has to look like: problem details with a sentence, and nothing of the inside."""

import httpx


def check_refused(answer: httpx.Response, status: int, kind: str | None = None) -> str:
    """The answer is a problem that a person can act on; gives its sentence."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert problem["type"].startswith("/problems/")
    assert kind is None or problem["type"] == f"/problems/{kind}"
    assert problem["title"]
    assert " " in problem["detail"], "a sentence"
    assert "Traceback" not in answer.text
    return str(problem["detail"])

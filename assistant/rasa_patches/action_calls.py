"""Calls to the action server: validated once built, kept alive, cut off in seconds, never swallowed.

As released, Rasa re-checks the schema itself on every answer (36 of the 39 ms of a call), opens a
connection for each call, waits for 300 seconds, and goes on as if a failed action had run.
"""

import asyncio
import os
from contextvars import ContextVar
from typing import Any, Dict, List, Optional

import aiohttp
from jsonschema import Draft7Validator
from rasa.core.actions import action as rasa_action
from rasa.core.actions.action import ActionExecutionRejection, RemoteAction
from rasa.utils import endpoints
from rasa.utils.endpoints import ClientResponseError, EndpointConfig

TIMEOUT_SECONDS = float(os.environ.get("ACTION_TIMEOUT_SECONDS", "8"))

#: How rasa-sdk says that a form steps aside; its body is read by Rasa.
STEPPED_ASIDE = 400

#: Names of the actions that failed in the turn that is running; the channel looks at it.
failed_actions: ContextVar[List[str]] = ContextVar("failed_actions")

_session: Optional[aiohttp.ClientSession] = None
_validator = Draft7Validator(RemoteAction.action_response_format_spec())
_run_as_released = RemoteAction.run


def _shared_session() -> aiohttp.ClientSession:
    global _session
    loop = asyncio.get_running_loop()
    if _session is None or _session.closed or _session._loop is not loop:
        _session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=TIMEOUT_SECONDS))
    return _session


def _validate(self: RemoteAction, result: Dict[str, Any]) -> bool:
    _validator.validate(result)
    return True


async def _request(
    self: EndpointConfig,
    method: str = "post",
    subpath: Optional[str] = None,
    content_type: Optional[str] = "application/json",
    compress: bool = False,
    **kwargs: Any,
) -> Any:
    kwargs.pop("timeout", None)
    headers = {**kwargs.pop("headers", {}), **self.headers}
    async with _shared_session().request(
        method,
        endpoints.concat_url(self.url, subpath),
        headers=headers,
        params=self.combine_parameters(kwargs),
        compress=compress,
        **kwargs,
    ) as answer:
        if answer.status >= 400:
            body = await answer.content.read()
            # Any other error of rasa-sdk repeats the whole conversation, which must not be logged.
            shown = body if answer.status == STEPPED_ASIDE else b""
            raise ClientResponseError(answer.status, answer.reason, shown)
        return await answer.json()


async def _run(self: RemoteAction, *args: Any, **kwargs: Any) -> Any:
    try:
        return await _run_as_released(self, *args, **kwargs)
    except ActionExecutionRejection:
        raise  # a form that steps aside is no failure
    except Exception:
        failed_actions.get([]).append(self.name())
        raise


def apply() -> None:
    """Puts the four changes in place."""
    RemoteAction._validate_action_result = _validate
    RemoteAction.run = _run
    EndpointConfig.request = _request
    rasa_action.DEFAULT_REQUEST_TIMEOUT = TIMEOUT_SECONDS

"""What the identity provider's claims open here: one role, and clients.

A file says it, OIDC_ACCESS_FILE:

    role:
      claim: groups                   # or the way to it: [realm_access, roles]
      values: {debt-agents: agent, debt-leaders: supervisor}
    clients:
      claim: groups
      values: {debt-all: ["*"], debt-energi: [se-energi]}

Of several roles the one that stands first in the file counts; clients add up.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

ALL = "*"


class AccessWrong(ValueError):
    """The file cannot be used; the text has a line for each thing that is wrong."""


@dataclass(frozen=True)
class Opened:
    """What somebody may."""

    role: str
    clients: list[str]


class _Rule(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    claim: str | list[str]

    def _said(self, claims: Mapping[str, Any]) -> set[str]:
        found: Any = claims
        for name in [self.claim] if isinstance(self.claim, str) else self.claim:
            found = found.get(name) if isinstance(found, Mapping) else None
        return {str(one) for one in (found if isinstance(found, list) else [found])}


class RoleRule(_Rule):
    """Which value of the claim is which role."""

    values: dict[str, str]

    def of(self, claims: Mapping[str, Any]) -> str | None:
        """The first role of the file that the claims have."""
        said = self._said(claims)
        return next((role for value, role in self.values.items() if value in said), None)


class ClientsRule(_Rule):
    """Which value of the claim opens which clients."""

    values: dict[str, list[str]]

    def of(self, claims: Mapping[str, Any]) -> list[str]:
        """All clients that the claims open, each once."""
        said = self._said(claims)
        opened = (ids for value, ids in self.values.items() if value in said)
        return list(dict.fromkeys(id for ids in opened for id in ids))


class Access(BaseModel):
    """The file as it is written."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    role: RoleRule
    clients: ClientsRule

    def opens(self, claims: Mapping[str, Any]) -> Opened | None:
        """What the claims open; None when it is no role or no client."""
        role, clients = self.role.of(claims), self.clients.of(claims)
        if role is None or not clients:
            return None
        return Opened(role, [ALL] if ALL in clients else clients)

    def unknown(self, roles: Collection[str], clients: Collection[str]) -> Iterator[str]:
        """A line for each role and client of the file that is not there."""
        for role in dict.fromkeys(self.role.values.values()):
            if role not in roles:
                yield f"{role} is no role; there are {', '.join(roles)}"
        for id in dict.fromkeys(id for ids in self.clients.values.values() for id in ids):
            if id != ALL and id not in clients:
                yield f"{id} is no client; there are {', '.join(clients)}"


def read_access(file: Path) -> Access:
    """The file's content. Raises AccessWrong."""
    try:
        return Access.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
    except OSError as error:
        raise AccessWrong(f"there is no file {file}") from error
    except yaml.YAMLError as error:
        raise AccessWrong(f"{file.name} is no YAML") from error
    except ValidationError as error:
        found = error.errors(include_input=False, include_url=False)
        lines = [f"{file.name}: {'.'.join(map(str, e['loc']))}: {e['msg']}" for e in found]
        raise AccessWrong("\n".join(lines)) from error

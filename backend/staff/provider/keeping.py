"""Users as the identity provider has them: made at the first sign-in, kept in step afterwards."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit import SYSTEM, Subject, write_down
from backend.identity.access import fingerprint
from backend.services import Services
from backend.staff.models import StaffUser
from backend.staff.provider.access import Opened
from backend.staff.provider.refusing import Refused
from backend.staff.provider.repository import user_of_provider
from backend.staff.repository import end_sessions_of, user_by_email
from backend.staff.user_schemas import Email, Name
from backend.texts import language_of


class Person(BaseModel):
    """Who somebody is, by the standard claims of OpenID Connect Core, section 5.1."""

    model_config = ConfigDict(extra="ignore")

    iss: str
    sub: str = Field(min_length=1, max_length=255)
    email: Email
    email_verified: bool = False
    name: Name
    locale: str | None = None

    @property
    def key(self) -> str:
        """By what the provider knows them for good: an e-mail address may become another's."""
        return fingerprint(f"{self.iss}\n{self.sub}")


def person_of(claims: Mapping[str, Any]) -> Person:
    """Raises Refused when the claims lack an e-mail address or a name."""
    try:
        return Person.model_validate({"name": claims.get("email"), **claims})
    except ValidationError as error:
        raise Refused("incomplete") from error


async def keep_user(
    session: AsyncSession, house: Services, person: Person, opened: Opened, language: str
) -> StaffUser:
    """The user, with what the claims say now. Raises Refused: switched-off, email-taken.

    A local account with the same address becomes the provider's where it vouches for the address.
    """
    user = await user_of_provider(session, person.key)
    same_address = await user_by_email(session, person.email)
    if user is None and same_address is not None:
        if same_address.provider_key is not None or not person.email_verified:
            raise Refused("email-taken")
        user = same_address
    elif same_address is not None and same_address is not user:
        raise Refused("email-taken")
    if user is None:
        return _made(session, house, person, opened, language)
    if not user.active:
        raise Refused("switched-off")
    await _keep_in_step(session, user, person, opened)
    return user


def _made(
    session: AsyncSession, house: Services, person: Person, opened: Opened, language: str
) -> StaffUser:
    user = StaffUser(
        id=uuid4().hex,
        email=person.email,
        name=person.name,
        role=opened.role,
        language=language_of(house.texts, person.locale, language),
        clients=opened.clients,
        provider_key=person.key,
        active=True,
        one_time_password=False,
    )
    session.add(user)
    about = Subject("user", user.id)
    told: dict[str, Any] = {"role": user.role, "clients": user.clients}
    write_down(session, "user.added", SYSTEM, about, way="provider", **told)
    return user


async def _keep_in_step(
    session: AsyncSession, user: StaffUser, person: Person, opened: Opened
) -> None:
    wanted: dict[str, Any] = {
        "email": person.email,
        "name": person.name,
        "role": opened.role,
        "clients": opened.clients,
        "provider_key": person.key,
        "password_hash": None,
        "second_step_secret": None,
        "second_step_since": None,
    }
    changed = {name: value for name, value in wanted.items() if value != getattr(user, name)}
    for name, value in changed.items():
        setattr(user, name, value)
    if changed.keys() & {"role", "clients", "provider_key"}:
        await end_sessions_of(session, user.id)
    if changed:
        told = {name: changed[name] for name in changed.keys() & {"role", "clients"}}
        about = Subject("user", user.id)
        write_down(session, "user.changed", SYSTEM, about, way="provider", **told)

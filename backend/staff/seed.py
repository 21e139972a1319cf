"""Users of a demonstration, from demo_users.yaml. Never called in production."""

from pathlib import Path
from uuid import uuid4

import yaml
from pydantic import BaseModel, ConfigDict

from backend.database import Database
from backend.staff.models import StaffUser
from backend.staff.passwords import hash_password
from backend.staff.repository import user_by_email

_FILE = Path(__file__).with_name("demo_users.yaml")


class DemoUser(BaseModel):
    """A user as the file has it."""

    model_config = ConfigDict(extra="forbid")

    email: str
    name: str
    role: str
    language: str
    clients: list[str]


class DemoUsers(BaseModel):
    """All users of the file, with the password that they share."""

    model_config = ConfigDict(extra="forbid")

    password: str
    users: list[DemoUser]

    @property
    def who_see_all(self) -> list[DemoUser]:
        """Those who see every client: one of each role."""
        return [user for user in self.users if user.clients == ["*"]]


def demo_users() -> DemoUsers:
    """The users as the file has them."""
    return DemoUsers.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


async def seed_staff(database: Database) -> None:
    """Adds the users that are not there yet."""
    demo = demo_users()
    async with database.transaction() as session:
        missing = [user for user in demo.users if not await user_by_email(session, user.email)]
    if not missing:
        return
    password_hash = await hash_password(demo.password)
    async with database.transaction() as session:
        session.add_all(
            StaffUser(id=uuid4().hex, password_hash=password_hash, **user.model_dump())
            for user in missing
        )

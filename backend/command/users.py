"""Adds users of the console, lists them, gives them new passwords, switches them off.

The first administrator of an installation comes into being here:
`./sovinto users add --role administrator --email ... --name ... --language ... --client '*'`
The password is printed once, and kept nowhere.
"""

import argparse
import asyncio

from pydantic import ValidationError

from backend.database.migrating import upgrade
from backend.problems import Problem
from backend.services import Services
from backend.services_alone import services_alone
from backend.settings import get_settings
from backend.staff.models import StaffUser
from backend.staff.permissions import read_roles
from backend.staff.repository import user_by_email
from backend.staff.second_step.changing import reset
from backend.staff.user_schemas import Change, NewUser
from backend.staff.users import (
    add_user,
    change_user,
    list_users,
    set_new_password,
    who_works_on_the_server,
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """What to do, and with whom."""
    parser.add_argument("does", choices=["add", "list", "password", "second-step-off", "off", "on"])
    parser.add_argument("--email", help="of the user")
    parser.add_argument("--name", help="add: the first name is what debtors see")
    parser.add_argument("--role", choices=list(read_roles().roles), help="add: what the user may")
    parser.add_argument("--language", help="add: in which the console speaks")
    parser.add_argument(
        "--client", action="append", help="add: a client that the user sees, or '*': all; repeat"
    )


def run(options: argparse.Namespace) -> int:
    """Does it and prints; 2 when something is missing or wrong."""
    needed = {"add": ("email", "name", "role", "language", "client"), "list": ()}
    missing = [
        f"--{name}" for name in needed.get(options.does, ("email",)) if not getattr(options, name)
    ]
    if missing:
        all_clients = " (a client's id, or '*' for all)" if "--client" in missing else ""
        print(f"Please give {' and '.join(missing)}{all_clients}.")
        return 2
    settings = get_settings()
    upgrade(settings.database_url)
    try:
        asyncio.run(_run(options))
    except Problem as problem:
        print(f"Not done ({problem.kind}): {problem.detail}")
        return 2
    except ValidationError as wrong:
        print(
            "Please correct: " + "; ".join(f"--{e['loc'][0]}: {e['msg']}" for e in wrong.errors())
        )
        return 2
    return 0


async def _run(options: argparse.Namespace) -> None:
    async with services_alone(get_settings()) as house:
        language = options.language if options.language in house.texts else next(iter(house.texts))
        me = who_works_on_the_server(language)
        if options.does == "add":
            await _add(house, me, options)
        elif options.does == "list":
            for user in await list_users(house, me):
                state = "" if user.active else "  (off)"
                print(f"{user.email}  {user.role}  {', '.join(user.clients)}{state}")
        else:
            await _change(house, me, options)


async def _add(house: Services, me: StaffUser, options: argparse.Namespace) -> None:
    wanted = NewUser(
        name=options.name,
        email=options.email,
        role=options.role,
        language=options.language,
        clients=options.client,
    )
    user, password = await add_user(house, me, wanted)
    print(f"{user.email} may sign in as {user.role}. The password, shown only now:\n{password}")


async def _change(house: Services, me: StaffUser, options: argparse.Namespace) -> None:
    async with house.database.transaction() as session:
        user = await user_by_email(session, options.email)
    if user is None:
        raise Problem(404, "not-found", "There is no user with this e-mail.")
    if options.does == "password":
        password = await set_new_password(house, me, user.id)
        print(f"The new password, shown only now:\n{password}")
        return
    if options.does == "second-step-off":
        await reset(house, me, user.id)
        print(f"{user.email} signs in without a second step, until it is added again.")
        return
    await change_user(house, me, user.id, Change(active=options.does == "on"))
    print(f"{user.email} is switched {options.does}.")

"""Recovery codes: each stands in once for a code of the app, when the phone is gone.

The first group of a code is its label, by which the others are found; the other three, 60 bits,
are kept as an argon2 hash alone.
"""

import asyncio
import re
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.database import Database
from backend.staff.models import RecoveryCode

HOW_MANY = 10
#: 32 characters, none of which is taken for another.
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_GROUP, _GROUPS = 4, 4
#: Light: nobody guesses 60 random bits, and ten of them are hashed at once.
_hasher = PasswordHasher(time_cost=1, memory_cost=8 * 1024, parallelism=1)


def new_codes() -> list[str]:
    """Codes whose labels differ."""
    made: dict[str, str] = {}
    while len(made) < HOW_MANY:
        letters = "".join(secrets.choice(_LETTERS) for _ in range(_GROUP * _GROUPS))
        made[letters[:_GROUP]] = letters
    return ["-".join(re.findall(f".{{{_GROUP}}}", code)) for code in made.values()]


def normal(code: str) -> str:
    """A code however it was typed."""
    return "".join(letter for letter in code.upper() if letter in _LETTERS)


async def hashed(codes: list[str]) -> list[tuple[str, str]]:
    """Labels and hashes."""
    bare = [normal(code) for code in codes]
    return await asyncio.to_thread(lambda: [(one[:_GROUP], _hasher.hash(one)) for one in bare])


async def put_codes(session: AsyncSession, user: str, made: list[tuple[str, str]]) -> None:
    """These are the user's codes now; earlier ones are worth nothing."""
    await forget_codes(session, user)
    session.add_all(RecoveryCode(user_id=user, label=label, code_hash=h) for label, h in made)


async def forget_codes(session: AsyncSession, user: str) -> None:
    """Takes all codes of the user away."""
    await session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user))


async def count_codes(session: AsyncSession, user: str) -> int:
    """How many codes the user has left."""
    mine = select(func.count()).select_from(RecoveryCode).where(RecoveryCode.user_id == user)
    return await session.scalar(mine) or 0


async def use_code(database: Database, user: str, code: str) -> bool:
    """Whether it is one of the user's; it is gone with it, and of two at once one gets it."""
    bare = normal(code)
    where = (RecoveryCode.user_id == user, RecoveryCode.label == bare[:_GROUP])
    async with database.transaction() as session:
        stored = await session.scalar(select(RecoveryCode.code_hash).where(*where))
    if stored is None or not await asyncio.to_thread(_is_code, bare, stored):
        return False
    async with database.transaction() as session:
        gone = delete(RecoveryCode).where(*where, RecoveryCode.code_hash == stored)
        return (await session.execute(gone.returning(RecoveryCode.label))).first() is not None


def _is_code(bare: str, stored: str) -> bool:
    try:
        return _hasher.verify(stored, bare)
    except VerificationError:
        return False

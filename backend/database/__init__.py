"""The database: engine, session and the base of all tables. SQLite by default, or PostgreSQL."""

from backend.database.base import Base, MomentUTC
from backend.database.engine import Database

__all__ = ["Base", "Database", "MomentUTC"]

"""Brings the database to the tables of this version."""

from pathlib import Path

from alembic import command
from alembic.config import Config

from backend.database.engine import Database

MIGRATIONS = Path(__file__).resolve().parents[1] / "migrations"


def configuration(url: str) -> Config:
    """Alembic's configuration for a database URL, as our settings have it."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    complete = Database(url).url.render_as_string(hide_password=False)
    config.set_main_option("sqlalchemy.url", complete.replace("%", "%%"))
    return config


def upgrade(url: str) -> None:
    """Runs the migrations that have not run yet; two processes at once do not collide."""
    command.upgrade(configuration(url), "head")

"""An index of what staff may find, kept by the database with each write.

It holds nothing that is not elsewhere, so what builds it may change: a later step builds it anew.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from backend.searching.index.building import build_index, drop_index

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the step, and indexes what is there already."""
    op.create_table(
        "search_entries",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(length=16), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column(
            "words", sa.Text().with_variant(postgresql.TSVECTOR(), "postgresql"), nullable=False
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_search_entries")),
        sa.UniqueConstraint("owner", "place", "id", name=op.f("uq_search_entries_owner_place_id")),
    )
    build_index(op.get_bind())


def downgrade() -> None:
    """Takes the step back."""
    drop_index(op.get_bind())
    op.drop_table("search_entries")

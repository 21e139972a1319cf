"""The event log."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the step."""
    op.create_table(
        "logged_events",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("client", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=True),
        sa.Column("conversation", sa.String(length=32), nullable=True),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_logged_events")),
    )
    with op.batch_alter_table("logged_events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_logged_events_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_logged_events_client"), ["client"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_logged_events_conversation"), ["conversation"], unique=False
        )
        batch_op.create_index("ix_logged_events_kind_at", ["kind", "at"], unique=False)


def downgrade() -> None:
    """Takes the step back."""
    op.drop_table("logged_events")

"""Which session is which at the identity provider, and what it has told us has ended."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the step; sessions of before it end with all of their user's."""
    op.add_column("staff_sessions", sa.Column("provider_sid", sa.String(length=64), nullable=True))
    op.create_index("ix_staff_sessions_provider_sid", "staff_sessions", ["provider_sid"])
    op.create_table(
        "provider_logouts",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provider_logouts")),
    )
    op.create_index("ix_provider_logouts_expires_at", "provider_logouts", ["expires_at"])


def downgrade() -> None:
    """Takes the step back."""
    op.drop_table("provider_logouts")
    op.drop_index("ix_staff_sessions_provider_sid", "staff_sessions")
    op.drop_column("staff_sessions", "provider_sid")

"""What a designer decided about a missed message."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the step."""
    op.create_table(
        "miss_decisions",
        sa.Column("words", sa.String(length=64), nullable=False),
        sa.Column("client", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("intent", sa.String(length=64), nullable=True),
        sa.Column("file", sa.String(length=200), nullable=True),
        sa.Column("line", sa.Text(), nullable=True),
        sa.Column("added", sa.Boolean(), nullable=False),
        sa.Column("decided_by", sa.String(length=32), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("words", name=op.f("pk_miss_decisions")),
    )
    with op.batch_alter_table("miss_decisions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_miss_decisions_client"), ["client"], unique=False)


def downgrade() -> None:
    """Takes the step back."""
    op.drop_table("miss_decisions")

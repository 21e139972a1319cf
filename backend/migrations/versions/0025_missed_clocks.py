"""Whether a clock of a handoff was missed, kept when it is stopped."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the step; what is done already was missed where it came after its time."""
    with op.batch_alter_table("handoffs") as batch_op:
        batch_op.add_column(
            sa.Column("missed", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    handoffs = sa.table(
        "handoffs",
        *(
            sa.column(name)
            for name in ("missed", "answered_at", "answer_due_at", "ended_at", "resolution_due_at")
        ),
    )
    late = sa.or_(
        handoffs.c.answered_at > handoffs.c.answer_due_at,
        handoffs.c.ended_at > handoffs.c.resolution_due_at,
    )
    op.execute(handoffs.update().where(late).values(missed=sa.true()))


def downgrade() -> None:
    """Takes the step back."""
    with op.batch_alter_table("handoffs") as batch_op:
        batch_op.drop_column("missed")

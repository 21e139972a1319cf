"""From when on a debtor who picked a time is to be called."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the step; of a call that was promised before, what was promised is the time."""
    with op.batch_alter_table("handoffs") as batch_op:
        batch_op.add_column(sa.Column("call_from", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE handoffs SET call_from = promised_at WHERE kind = 'callback'")


def downgrade() -> None:
    """Takes the step back."""
    with op.batch_alter_table("handoffs") as batch_op:
        batch_op.drop_column("call_from")

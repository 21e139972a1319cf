"""Why a conversation with a person ended as it did."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the step."""
    with op.batch_alter_table("handoffs") as batch_op:
        batch_op.add_column(sa.Column("outcome_reason", sa.String(length=32), nullable=True))


def downgrade() -> None:
    """Takes the step back."""
    with op.batch_alter_table("handoffs") as batch_op:
        batch_op.drop_column("outcome_reason")

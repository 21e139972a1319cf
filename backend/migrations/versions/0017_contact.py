"""Somebody may want to be written to only."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the step."""
    with op.batch_alter_table("debtors") as batch_op:
        batch_op.add_column(
            sa.Column("only_in_writing", sa.Boolean(), nullable=False, server_default=sa.false())
        )


def downgrade() -> None:
    """Takes the step back; who wanted no calls is lost."""
    with op.batch_alter_table("debtors") as batch_op:
        batch_op.drop_column("only_in_writing")

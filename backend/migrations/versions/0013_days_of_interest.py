"""An entry of interest says from which day on it is."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the step."""
    with op.batch_alter_table("ledger_entries") as batch_op:
        batch_op.add_column(sa.Column("interest_from", sa.Date(), nullable=True))


def downgrade() -> None:
    """Takes the step back; the first days of interest are lost."""
    with op.batch_alter_table("ledger_entries") as batch_op:
        batch_op.drop_column("interest_from")

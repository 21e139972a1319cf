"""One plan over several cases: what belongs together has the same mark."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_TABLES = ("plan_requests", "plan_offers", "agreed_plans")


def upgrade() -> None:
    """Applies the step."""
    for table in _TABLES:
        with op.batch_alter_table(table) as batch_op:
            batch_op.add_column(sa.Column("joint", sa.String(32), nullable=True))
            batch_op.create_index(f"ix_{table}_joint", ["joint"])


def downgrade() -> None:
    """Takes the step back; the plans of several cases stay, each for itself."""
    for table in _TABLES:
        with op.batch_alter_table(table) as batch_op:
            batch_op.drop_index(f"ix_{table}_joint")
            batch_op.drop_column("joint")

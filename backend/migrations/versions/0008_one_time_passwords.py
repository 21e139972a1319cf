"""Whether a user still has the password that was made for them."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the step."""
    with op.batch_alter_table("staff_users", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("one_time_password", sa.Boolean(), nullable=False, server_default=sa.false())
        )


def downgrade() -> None:
    """Takes the step back."""
    with op.batch_alter_table("staff_users", schema=None) as batch_op:
        batch_op.drop_column("one_time_password")

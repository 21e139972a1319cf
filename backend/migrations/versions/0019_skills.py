"""For which languages and reasons somebody is given work."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the step; whoever is there already is given work for all."""
    with op.batch_alter_table("staff_users") as batch_op:
        for name in ("speaks", "skills"):
            batch_op.add_column(sa.Column(name, sa.JSON(), nullable=False, server_default="[]"))
    op.create_index("ix_handoffs_state_created_at", "handoffs", ["state", "created_at"])
    op.create_index("ix_conversations_agent", "conversations", ["agent"])


def downgrade() -> None:
    """Takes the step back."""
    op.drop_index("ix_conversations_agent", "conversations")
    op.drop_index("ix_handoffs_state_created_at", "handoffs")
    with op.batch_alter_table("staff_users") as batch_op:
        for name in ("skills", "speaks"):
            batch_op.drop_column(name)

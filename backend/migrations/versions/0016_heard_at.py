"""When a visitor was last heard in a conversation, and since when a question waits for them."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the step; of a conversation that is there already its last change is taken."""
    moment = sa.DateTime(timezone=True)
    with op.batch_alter_table("conversations") as batch_op:
        batch_op.add_column(sa.Column("heard_at", moment, nullable=True))
        batch_op.add_column(sa.Column("asks_since", moment, nullable=True))
        batch_op.create_index("ix_conversations_asks_since", ["asks_since"])
    op.execute("UPDATE conversations SET heard_at = updated_at")
    with op.batch_alter_table("conversations") as batch_op:
        batch_op.alter_column("heard_at", existing_type=moment, nullable=False)


def downgrade() -> None:
    """Takes the step back."""
    with op.batch_alter_table("conversations") as batch_op:
        batch_op.drop_index("ix_conversations_asks_since")
        batch_op.drop_column("asks_since")
        batch_op.drop_column("heard_at")

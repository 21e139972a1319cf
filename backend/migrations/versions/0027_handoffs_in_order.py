"""Who waits, in the order in which they are taken, without sorting all of them each time."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

_INDEX = "ix_handoffs_in_order"


def upgrade() -> None:
    """Applies the step."""
    order = sa.text("priority DESC")
    op.create_index(_INDEX, "handoffs", ["state", order, "created_at", "id"])


def downgrade() -> None:
    """Takes the step back."""
    op.drop_index(_INDEX, "handoffs")

"""By when a person is to have answered and to be done, and what a debtor heard of the wait."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_MOMENTS = ("answer_due_at", "resolution_due_at", "answered_at", "told_at")
_NUMBERS = ("told_place", "told_minutes")
_FOUND_BY = ("answer_due_at", "resolution_due_at")


def upgrade() -> None:
    """Applies the step; a handoff that is there already has no targets, so it can miss none."""
    with op.batch_alter_table("handoffs") as batch_op:
        for name in _MOMENTS:
            batch_op.add_column(sa.Column(name, sa.DateTime(timezone=True), nullable=True))
        for name in _NUMBERS:
            batch_op.add_column(sa.Column(name, sa.Integer(), nullable=True))
        for name in _FOUND_BY:
            batch_op.create_index(f"ix_handoffs_{name}", [name])


def downgrade() -> None:
    """Takes the step back."""
    with op.batch_alter_table("handoffs") as batch_op:
        for name in _FOUND_BY:
            batch_op.drop_index(f"ix_handoffs_{name}")
        for name in (*_MOMENTS, *_NUMBERS):
            batch_op.drop_column(name)

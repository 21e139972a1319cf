"""A purchase may be a business's too, and a promise of more time keeps its evidence."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_NAME = "ck_cases_claimkind"


def _rename(before: str, after: str) -> None:
    with op.batch_alter_table("cases") as batch_op:
        batch_op.drop_constraint(op.f(_NAME), type_="check")
    op.execute(f"UPDATE cases SET claim_kind = '{after}' WHERE claim_kind = '{before}'")
    with op.batch_alter_table("cases") as batch_op:
        batch_op.alter_column(
            "claim_kind", existing_type=sa.String(16), existing_nullable=False, server_default=after
        )
        kinds = f"claim_kind IN ('{after}', 'loan', 'title')"
        batch_op.create_check_constraint(op.f(_NAME), kinds)


def upgrade() -> None:
    """Applies the step."""
    _rename("consumer", "purchase")
    with op.batch_alter_table("deferrals") as batch_op:
        batch_op.add_column(sa.Column("evidence", sa.JSON(), nullable=False, server_default="{}"))


def downgrade() -> None:
    """Takes the step back; the evidence of promises is lost."""
    with op.batch_alter_table("deferrals") as batch_op:
        batch_op.drop_column("evidence")
    _rename("purchase", "consumer")

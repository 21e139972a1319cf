"""Which interest runs, what a claim rests on, what a fee is for, and what an entry takes back."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_KINDS_BEFORE = "kind IN ('principal', 'interest', 'fee', 'cost', 'payment')"
_KINDS = "kind IN ('principal', 'interest', 'fee', 'cost', 'payment', 'write_off')"
_SIGN_BEFORE = "(kind = 'payment') = (amount < 0)"
_SIGN = "reverses IS NOT NULL OR (kind IN ('payment', 'write_off')) = (amount < 0)"
_KINDS_NAME = "ck_ledger_entries_entrykind"
_SIGN_NAME_BEFORE = "ck_ledger_entries_only_payments_below_zero"
_SIGN_NAME = "ck_ledger_entries_only_what_lessens_below_zero"
_BASES = "interest_basis IN ('none', 'agreed', 'statutory')"
_CLAIMS = "claim_kind IN ('consumer', 'loan', 'title')"


def upgrade() -> None:
    """Applies the step."""
    with op.batch_alter_table("cases") as batch_op:
        batch_op.add_column(
            sa.Column("interest_basis", sa.String(16), nullable=False, server_default="none")
        )
        batch_op.add_column(
            sa.Column("claim_kind", sa.String(16), nullable=False, server_default="consumer")
        )
        batch_op.add_column(
            sa.Column(
                "directly_enforceable", sa.Boolean(), nullable=False, server_default=sa.false()
            )
        )
        batch_op.create_check_constraint(op.f("ck_cases_interestbasis"), _BASES)
        batch_op.create_check_constraint(op.f("ck_cases_claimkind"), _CLAIMS)
    # Until this step a case had an agreed rate or none.
    op.execute("UPDATE cases SET interest_basis = 'agreed' WHERE interest_rate IS NOT NULL")
    with op.batch_alter_table("ledger_entries") as batch_op:
        batch_op.add_column(sa.Column("fee_id", sa.String(length=100), nullable=True))
        batch_op.add_column(sa.Column("fee", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("vat", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("reverses", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            op.f("fk_ledger_entries_reverses_ledger_entries"),
            "ledger_entries",
            ["reverses"],
            ["id"],
        )
        batch_op.drop_constraint(op.f(_KINDS_NAME), type_="check")
        batch_op.drop_constraint(op.f(_SIGN_NAME_BEFORE), type_="check")
        batch_op.create_check_constraint(op.f(_KINDS_NAME), _KINDS)
        batch_op.create_check_constraint(op.f(_SIGN_NAME), _SIGN)
        batch_op.create_index("uq_ledger_entries_fee_id", ["fee_id"], unique=True)


def downgrade() -> None:
    """Takes the step back; what was written off, and what took an entry back, is lost."""
    op.execute("DELETE FROM ledger_entries WHERE reverses IS NOT NULL OR kind = 'write_off'")
    with op.batch_alter_table("ledger_entries") as batch_op:
        batch_op.drop_index("uq_ledger_entries_fee_id")
        batch_op.drop_constraint(op.f(_KINDS_NAME), type_="check")
        batch_op.drop_constraint(op.f(_SIGN_NAME), type_="check")
        batch_op.drop_constraint(
            op.f("fk_ledger_entries_reverses_ledger_entries"), type_="foreignkey"
        )
        batch_op.create_check_constraint(op.f(_KINDS_NAME), _KINDS_BEFORE)
        batch_op.create_check_constraint(op.f(_SIGN_NAME_BEFORE), _SIGN_BEFORE)
        for column in ("reverses", "vat", "fee", "fee_id"):
            batch_op.drop_column(column)
    with op.batch_alter_table("cases") as batch_op:
        batch_op.drop_constraint(op.f("ck_cases_interestbasis"), type_="check")
        batch_op.drop_constraint(op.f("ck_cases_claimkind"), type_="check")
        for column in ("directly_enforceable", "claim_kind", "interest_basis"):
            batch_op.drop_column(column)

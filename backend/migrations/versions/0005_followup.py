"""Payments that are followed up, and reminders that were sent."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# A plan of before this step is paid by what was booked since the day of its agreement.
_LAST_ENTRY_BEFORE = """
UPDATE agreed_plans SET agreed_after_entry = COALESCE((
    SELECT MAX(entry.id) FROM ledger_entries entry
    WHERE entry.case_reference = agreed_plans.case_reference
    AND (entry.kind <> 'payment' OR entry.booked_on < agreed_plans.agreed_on)
    AND entry.id < COALESCE((
        SELECT MIN(paid.id) FROM ledger_entries paid
        WHERE paid.case_reference = agreed_plans.case_reference
        AND paid.kind = 'payment' AND paid.booked_on >= agreed_plans.agreed_on
    ), entry.id + 1)
), 0)
"""


def upgrade() -> None:
    """Applies the step."""
    # Added one by one and not in a batch: SQLite would copy the tables without their checks.
    op.add_column("ledger_entries", sa.Column("payment_id", sa.String(length=100), nullable=True))
    op.create_index("uq_ledger_entries_payment_id", "ledger_entries", ["payment_id"], unique=True)
    op.create_index("ix_ledger_entries_created_at", "ledger_entries", ["created_at"])
    op.add_column(
        "agreed_plans",
        sa.Column("agreed_after_entry", sa.Integer(), nullable=False, server_default="0"),
    )
    op.execute(_LAST_ENTRY_BEFORE)
    op.create_table(
        "reminders",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("coming", "missed", "broken", "thanks", native_enum=False),
            nullable=False,
        ),
        sa.Column("case_reference", sa.String(length=32), nullable=False),
        sa.Column("plan_id", sa.String(length=32), nullable=True),
        sa.Column("about", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "state", sa.Enum("waiting", "done", "dropped", native_enum=False), nullable=False
        ),
        sa.Column("why", sa.String(length=32), nullable=True),
        sa.Column("conversation_id", sa.String(length=32), nullable=True),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("looked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_reference"],
            ["cases.reference"],
            name=op.f("fk_reminders_case_reference_cases"),
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["agreed_plans.id"], name=op.f("fk_reminders_plan_id_agreed_plans")
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_reminders_conversation_id_conversations"),
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_reminders")),
    )
    op.create_index("ix_reminders_case_reference", "reminders", ["case_reference"])
    op.create_index("ix_reminders_conversation_id", "reminders", ["conversation_id"])
    op.create_index("ix_reminders_plan_id", "reminders", ["plan_id"])
    op.create_index("ix_reminders_state_looked_at", "reminders", ["state", "looked_at"])
    op.create_table(
        "reminder_wishes",
        sa.Column("case_reference", sa.String(length=32), nullable=False),
        sa.Column("wanted", sa.Boolean(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_reference"],
            ["cases.reference"],
            name=op.f("fk_reminder_wishes_case_reference_cases"),
        ),
        sa.PrimaryKeyConstraint("case_reference", name=op.f("pk_reminder_wishes")),
    )


def downgrade() -> None:
    """Takes the step back."""
    op.drop_table("reminder_wishes")
    op.drop_table("reminders")
    op.drop_column("agreed_plans", "agreed_after_entry")
    op.drop_index("ix_ledger_entries_created_at", "ledger_entries")
    op.drop_index("uq_ledger_entries_payment_id", "ledger_entries")
    op.drop_column("ledger_entries", "payment_id")

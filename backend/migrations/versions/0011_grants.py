"""What people offer debtors, within their limits or with a second person's yes."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the step."""
    op.create_table(
        "grants",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("conversation_id", sa.String(32), nullable=False),
        sa.Column("case_reference", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("leave", sa.String(8), nullable=False),
        sa.Column("needs_role", sa.String(16), nullable=True),
        sa.Column("beyond", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("made_by", sa.String(32), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("approved", sa.Boolean(), nullable=True),
        sa.Column("decided_by", sa.String(32), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decision_note", sa.Text(), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_grants_conversation_id_conversations"),
        ),
        sa.ForeignKeyConstraint(
            ["case_reference"], ["cases.reference"], name=op.f("fk_grants_case_reference_cases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grants")),
    )
    for column in ("conversation_id", "case_reference", "needs_role"):
        op.create_index(f"ix_grants_{column}", "grants", [column])


def downgrade() -> None:
    """Takes the step back."""
    op.drop_table("grants")

"""Settlements, pauses and changes of plans, who may grant them, and how each came about."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_KINDS = "kind IN ('plan', 'settlement', 'change', 'pause')"
_STATUSES_BEFORE = "status IN ('agreed', 'broken', 'completed')"
_STATUSES = "status IN ('agreed', 'broken', 'completed', 'replaced', 'undone')"
_STATUSES_NAME = "ck_agreed_plans_planstatus"


def _kind() -> sa.Column[str]:
    return sa.Column("kind", sa.String(16), nullable=False, server_default="plan")


def _json(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.JSON(), nullable=False, server_default="{}")


def upgrade() -> None:
    """Applies the step."""
    op.create_table(
        "rules_versions",
        sa.Column("client", sa.String(64), nullable=False),
        sa.Column("version", sa.String(16), nullable=False),
        sa.Column("section", sa.JSON(), nullable=False),
        sa.Column("first_used_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("client", "version", name=op.f("pk_rules_versions")),
    )
    with op.batch_alter_table("plan_requests") as batch_op:
        batch_op.add_column(_kind())
        batch_op.add_column(sa.Column("asked_on", sa.Date(), nullable=True))
        batch_op.add_column(_json("claim"))
        batch_op.add_column(sa.Column("plan_id", sa.String(32), nullable=True))
        batch_op.add_column(sa.Column("running", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("role", sa.String(32), nullable=True))
        batch_op.create_check_constraint(op.f("ck_plan_requests_offerkind"), _KINDS)
        batch_op.create_index("ix_plan_requests_asked_on", ["asked_on"])
    with op.batch_alter_table("plan_offers") as batch_op:
        batch_op.add_column(_kind())
        batch_op.add_column(_json("detail"))
        for name in ("plan_id", "made_by", "needs_role", "approved_by"):
            batch_op.add_column(sa.Column(name, sa.String(32), nullable=True))
        batch_op.add_column(sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_check_constraint(op.f("ck_plan_offers_offerkind"), _KINDS)
    with op.batch_alter_table("agreed_plans") as batch_op:
        batch_op.add_column(_kind())
        batch_op.add_column(sa.Column("replaces", sa.String(32), nullable=True))
        batch_op.add_column(sa.Column("undo_until", sa.Date(), nullable=True))
        batch_op.add_column(_json("evidence"))
        batch_op.drop_constraint(op.f(_STATUSES_NAME), type_="check")
        batch_op.create_check_constraint(op.f(_STATUSES_NAME), _STATUSES)
        batch_op.create_check_constraint(op.f("ck_agreed_plans_offerkind"), _KINDS)


def downgrade() -> None:
    """Takes the step back; a plan that was replaced or undone counts as completed then."""
    op.execute(
        "UPDATE agreed_plans SET status = 'completed' WHERE status IN ('replaced', 'undone')"
    )
    with op.batch_alter_table("agreed_plans") as batch_op:
        batch_op.drop_constraint(op.f("ck_agreed_plans_offerkind"), type_="check")
        batch_op.drop_constraint(op.f(_STATUSES_NAME), type_="check")
        batch_op.create_check_constraint(op.f(_STATUSES_NAME), _STATUSES_BEFORE)
        for column in ("evidence", "undo_until", "replaces", "kind"):
            batch_op.drop_column(column)
    with op.batch_alter_table("plan_offers") as batch_op:
        batch_op.drop_constraint(op.f("ck_plan_offers_offerkind"), type_="check")
        for column in (
            "approved_at",
            "approved_by",
            "needs_role",
            "made_by",
            "plan_id",
            "detail",
            "kind",
        ):
            batch_op.drop_column(column)
    with op.batch_alter_table("plan_requests") as batch_op:
        batch_op.drop_index("ix_plan_requests_asked_on")
        batch_op.drop_constraint(op.f("ck_plan_requests_offerkind"), type_="check")
        for column in ("role", "running", "plan_id", "claim", "asked_on", "kind"):
            batch_op.drop_column(column)
    op.drop_table("rules_versions")

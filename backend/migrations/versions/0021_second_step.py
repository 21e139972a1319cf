"""Staff may come from an identity provider, and have a second step at sign-in."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the step."""
    with op.batch_alter_table("staff_users") as batch_op:
        batch_op.alter_column("password_hash", existing_type=sa.String(length=200), nullable=True)
        batch_op.add_column(sa.Column("provider_key", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("second_step_secret", sa.String(length=300), nullable=True))
        batch_op.add_column(sa.Column("second_step_since", sa.DateTime(timezone=True)))
        batch_op.add_column(sa.Column("second_step_last", sa.Integer(), nullable=True))
        batch_op.create_unique_constraint("uq_staff_users_provider_key", ["provider_key"])
    op.create_table(
        "provider_attempts",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("browser", sa.String(length=64), nullable=False),
        sa.Column("nonce", sa.String(length=64), nullable=False),
        sa.Column("code_verifier", sa.String(length=128), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_provider_attempts_expires_at", "provider_attempts", ["expires_at"])
    op.create_table(
        "recovery_codes",
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("label", sa.String(length=8), nullable=False),
        sa.Column("code_hash", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["staff_users.id"]),
        sa.PrimaryKeyConstraint("user_id", "label"),
    )


def downgrade() -> None:
    """Takes the step back; who came from the provider has no password that anybody knows."""
    op.drop_table("recovery_codes")
    op.drop_index("ix_provider_attempts_expires_at", table_name="provider_attempts")
    op.drop_table("provider_attempts")
    op.execute("UPDATE staff_users SET password_hash = '-' WHERE password_hash IS NULL")
    with op.batch_alter_table("staff_users") as batch_op:
        batch_op.drop_constraint("uq_staff_users_provider_key", type_="unique")
        batch_op.drop_column("second_step_last")
        batch_op.drop_column("second_step_since")
        batch_op.drop_column("second_step_secret")
        batch_op.drop_column("provider_key")
        batch_op.alter_column("password_hash", existing_type=sa.String(length=200), nullable=False)

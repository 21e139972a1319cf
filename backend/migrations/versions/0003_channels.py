"""The inbox and the threads of messaging channels."""

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies the step."""


def downgrade() -> None:
    """Takes the step back."""

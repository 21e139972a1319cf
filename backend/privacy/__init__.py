"""What must never be kept: identity and card numbers are masked before anything is stored."""

from backend.privacy.masking import mask

__all__ = ["mask"]

"""What must never be kept is masked before it is stored; who somebody is, before others read it."""

from backend.privacy.masking import mask
from backend.privacy.people import Masking

__all__ = ["Masking", "mask"]

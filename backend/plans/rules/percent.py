"""Shares of a sum, which a data file writes in percent."""

from decimal import Decimal
from typing import Self

from pydantic import RootModel, model_validator

_HUNDRED = 100


class Percent(RootModel[Decimal]):
    """A share above 0 and up to 100 percent; written as a number, such as 80 or 33.5."""

    model_config = {"frozen": True}

    @model_validator(mode="after")
    def _is_a_share(self) -> Self:
        if not 0 < self.root <= _HUNDRED:
            raise ValueError("a share is written in percent: more than 0 and at most 100")
        return self

    def of(self, amount: int) -> int:
        """The share of `amount`, rounded up to whole minor units."""
        return int(-(-self.root * amount // _HUNDRED))

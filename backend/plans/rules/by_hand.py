"""What people may grant beyond the bands: limits for each role that may grant anything."""

from backend.plans.reading import DataModel
from backend.plans.rules.band import Band
from backend.plans.rules.later import Change, Pause, Postponement, Settlement
from backend.plans.rules.terms import (
    DownPayment,
    Duration,
    FirstPayment,
    Instalment,
    Instalments,
    InterestWhileKept,
)
from backend.plans.rules.when import Balance


class Limits(DataModel):
    """The limits of one role; what is left out stays as the band has it.

    `balance` bounds the claims about which the role may grant anything beyond the bands.
    """

    balance: Balance = Balance()
    instalment: Instalment | None = None
    instalments: Instalments | None = None
    duration: Duration | None = None
    first_payment: FirstPayment | None = None
    down_payment: DownPayment | None = None
    interest: InterestWhileKept | None = None
    deferral: Postponement | None = None
    settlement: Settlement | None = None
    pause: Pause | None = None
    change: Change | None = None

    def widen(self, band: Band) -> Band:
        """The band with these limits in place of its own."""
        given = {name: getattr(self, name) for name in type(self).model_fields if name != "balance"}
        wider = {name: value for name, value in given.items() if value is not None}
        return band.model_copy(update=wider)

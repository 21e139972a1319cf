"""The reference with which a case is paid."""

from backend.cases.models import Case
from backend.clients import Client
from backend.plans import payment_reference


def payment_reference_of(case: Case, client: Client) -> str:
    """The case's payment number with the check digits that the client's bank reads."""
    return payment_reference(client.reference_scheme, case.payment_number)

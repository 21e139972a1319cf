"""The reference with which a case is paid."""

from backend.cases.models import Case
from backend.clients import Client
from backend.plans import payment_reference


def payment_reference_of(case: Case, client: Client) -> str:
    """The case's payment number with the check digits of the client's country."""
    return payment_reference(client.jurisdiction.payment_reference.scheme, case.payment_number)

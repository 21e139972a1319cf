"""What tests look at in a plan."""

from datetime import date

from backend.plans import Plan


def amounts(plan: Plan) -> list[int]:
    return [payment.amount for payment in plan.schedule]


def dues(plan: Plan) -> list[date]:
    return [payment.due for payment in plan.schedule]

"""Agreements about a case: plan offers, plans and deferrals, by the rules of backend.plans."""

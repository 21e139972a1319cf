"""Agreeing an instalment plan: the steps of `plan_form`."""

"""Figures and charts about how the assistant does, counted from the event log and nothing else."""

"""Reads shared messages with our components, and with libraries beside them.

Runs in Rasa's environment: `.venv-rasa/bin/python -m tests.bench.reading <folder>`.
"""

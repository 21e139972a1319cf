"""Answers to questions: one general action, and a function a topic. None of them changes anything."""

from actions.answers.topics import answer

__all__ = ["answer"]

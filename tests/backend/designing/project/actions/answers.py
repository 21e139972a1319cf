"""What the small project's actions name."""

TOPICS = {"ask_balance": "balance"}
NAME = "action_answer"
TOTAL = {"total": 0}

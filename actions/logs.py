"""Structured logs of the action server, one JSON line an action; nothing that was written is in it."""

import structlog


def configure_logs() -> None:
    """Lines in the same shape as the backend's."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        cache_logger_on_first_use=True,
    )

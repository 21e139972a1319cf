"""Structured logs, one JSON line an event, with nothing personal in them."""

import logging

import structlog


def configure_logs() -> None:
    """Lines of our own and of the libraries in the same shape."""
    logging.basicConfig(format="%(message)s", level=logging.WARNING)
    logging.getLogger("uvicorn.error").setLevel(logging.INFO)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        cache_logger_on_first_use=True,
    )

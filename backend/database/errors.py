"""Keeps values out of the errors of the database, which end in logs.

SQLAlchemy leaves out the statement's parameters by itself; PostgreSQL quotes values in what it says
("Key (email)=(...) already exists"). Of that the error's name and what it is about are left.
"""

from sqlalchemy.engine import ExceptionContext


def leave_out_values(context: ExceptionContext) -> None:
    """Listens to an engine's `handle_error`. Errors of a database that quotes nothing stay."""
    said = context.original_exception.__cause__
    code = getattr(said, "sqlstate", None)
    if said is None or code is None:
        return
    about = getattr(said, "constraint_name", None) or getattr(said, "column_name", None) or ""
    text = f"{type(said).__name__} {code} {about}".strip()
    said.args, said.__dict__["detail"] = (text,), None
    context.original_exception.args = (text,)
    if context.sqlalchemy_exception is not None:
        context.sqlalchemy_exception.args = (text,)

"""What ends a rehearsal, or one message of it."""


class Refused(Exception):
    """`kind` is the problem's; the text is a sentence on what to do."""

    def __init__(self, kind: str, says: str) -> None:
        super().__init__(says)
        self.kind = kind

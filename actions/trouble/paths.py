"""What only people decide: one path for each, told apart by intent and by what was said outright."""

from dataclasses import dataclass

from actions.trouble.offered import reason_of_wish
from actions.turn import Turn

#: What a phrase says outright, as the entity `subject` carries it.
UNDER_AGE, CHILD, IDENTITY_THEFT, PAPERS = "under_age", "child", "identity_theft", "papers"


@dataclass(frozen=True)
class Path:
    """How one kind of trouble is met.

    `reason` of the handoff; the `text` that comes first, if any; the `hold` on an identified person's
    case, a reason of the case API; whether it `ends` what was going on. A stranger walks it too where
    it is `open_to_all`, and learns nothing of a case.
    """

    reason: str
    text: str | None = None
    hold: str | None = None
    ends: bool = False
    open_to_all: bool = False


#: An intent that is not here would be a rule without words: it is handed over as `other`.
OTHER = Path("other")
#: Where the client's own file asks for a person, whatever the message means.
CLIENT_RULE = Path("client_rule", "client_rule", open_to_all=True)

#: What it is counted as depends on what was said before it.
WISH = "request_human"

BY_INTENT = {
    "request_document": Path("document", "document_ordered"),
    "report_wrong_person": Path("wrong_person", "wrong_person", "wrong_person", True, True),
    "report_debt_restructuring": Path(
        "restructuring", "restructuring", "restructuring", True, True
    ),
    "report_death": Path("death", "death", "death", True, True),
    "report_representative": Path("representative", "representative", "representative", True, True),
    "complain": Path("complaint", "complaint", open_to_all=True),
    "update_contact_details": Path("contact_details", "contact_details"),
}

MINOR = Path("under_age", "under_age", "under_age", True, True)
BY_SUBJECT = {
    ("report_representative", UNDER_AGE): MINOR,
    ("report_representative", CHILD): MINOR,
    ("report_wrong_person", IDENTITY_THEFT): Path(
        "identity_theft", "identity_theft", "identity_theft", True, True
    ),
    ("request_document", PAPERS): Path("information", "information_requested", "information"),
}


def path_of(turn: Turn) -> Path:
    """The path of the message."""
    if turn.client_rule is not None:
        return CLIENT_RULE
    if turn.intent == WISH:
        return Path(reason_of_wish(turn), open_to_all=True)
    said = turn.value("subject")
    return BY_SUBJECT.get((turn.intent, said)) or BY_INTENT.get(turn.intent, OTHER)

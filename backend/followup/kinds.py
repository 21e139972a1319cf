"""The words of follow-up, as they stand in the database and in the event log."""

from typing import Literal

#: `coming`: an instalment is due soon. `missed`: one has not come. `broken`: the plan ends, because
#: it still has not. `thanks`: a payment was booked. `unseen`: one that the debtor told of was not.
Kind = Literal["coming", "missed", "broken", "thanks", "unseen"]

#: `done`: said, or carried out where nobody could be told. `dropped`: nothing to say any more.
State = Literal["waiting", "done", "dropped"]

#: Why something that is due is not said now. It is looked at again; nothing is lost by it.
Obstacle = Literal[
    "switched_off",  # the client does not want it
    "refused",  # the debtor does not want it
    "resting",  # a hold or a stop on the case
    "with_a_person",  # a person has it, or is to come
    "crisis",  # the debtor was in danger not long ago
    "talking",  # the debtor is in the middle of a conversation
    "hours",  # outside contact hours
    "often_enough",  # as often as the country's data allows
    "no_conversation",  # the debtor has never identified in one
    "not_answered_yet",  # the question about the instalment has not stood for long enough
]

"""Shows what follow-up would do now and when each plan is next spoken of; nothing is sent.

The product follows up by itself while it runs. ASSISTANT_TODAY and ASSISTANT_TIME show another
moment; without --dry-run one round is done at once, as the product does every few seconds.
"""

import argparse
import asyncio
from datetime import datetime

from backend.cases.repository import find_case
from backend.followup.outlook import Outlook, outlook
from backend.followup.worker import Followup
from backend.services import Services
from backend.services_alone import services_alone
from backend.settings import Settings, get_settings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Whether to send, and which case to look at."""
    parser.add_argument("--dry-run", action="store_true", help="only show, send nothing")
    parser.add_argument("--case", help="only this case")


def run(options: argparse.Namespace) -> int:
    """Shows, or does a round."""
    return asyncio.run(_run(get_settings(), options.dry_run, options.case))


async def _run(settings: Settings, dry_run: bool, case: str | None) -> int:
    async with services_alone(settings) as house:
        if dry_run:
            if case and not await _is_known(house, case):
                print(f"There is no case {case}.")
                return 1
            _print(await outlook(house, case), house)
        else:
            print(f"said: {await Followup(house).round()}")
    return 0


async def _is_known(house: Services, case: str) -> bool:
    async with house.database.transaction() as session:
        return await find_case(session, case) is not None


def _print(found: Outlook, house: Services) -> None:
    print(f"It is {_minute(house.clock.now())} UTC.")
    print("\nDue now:" if found.now else "\nNothing is due now.")
    for due in found.now:
        why = f" ({due.why})" if due.why else ""
        begins = "from" if due.due_at > house.clock.now() else "since"
        print(f"  {due.case:<12} {due.kind:<7} {due.act}{why}, due {begins} {_minute(due.due_at)}")
    print("\nLater, if nothing is paid until then:" if found.later else "\nNothing comes later.")
    for later in found.later:
        what = f"instalment {later.about} of {later.due}"
        print(f"  {later.case:<12} {later.kind:<7} from {_minute(later.from_moment)}: {what}")


def _minute(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"

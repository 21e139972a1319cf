"""Says in plain words what is wrong with texts, examples, buttons, rules and stories.

Each finding has its place, what is wrong and what to do. Ends with 1 when there is an error;
warnings are to be looked at.
"""

import argparse
from pathlib import Path

from backend.designing import Finding, check
from backend.designing.tone_report import LanguageTone, tone_report
from backend.settings import ROOT


def add_options(parser: argparse.ArgumentParser) -> None:
    """Which folder, and whether warnings are shown."""
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT, help="a working copy")
    parser.add_argument("--errors", action="store_true", help="leave the warnings out")
    parser.add_argument("--tone", action="store_true", help="how each language's texts stand")


def run(options: argparse.Namespace) -> int:
    """Checks and prints."""
    if not (options.folder / "nlu_data").is_dir():
        print(f"There is no nlu_data in {options.folder}: name the folder of the product.")
        return 2
    found = check(options.folder)
    errors = [one for one in found if one.is_error]
    warnings = [] if options.errors else [one for one in found if not one.is_error]
    _print("To be mended", errors)
    _print("To be looked at", warnings)
    if options.tone:
        for language in tone_report(options.folder, found):
            _print_tone(language)
    print(f"{len(errors)} to be mended, {len(found) - len(errors)} to be looked at.")
    return int(bool(errors))


def _print(heading: str, findings: list[Finding]) -> None:
    if findings:
        print(f"{heading}\n")
        for one in findings:
            print(f"{one}\n")


def _print_tone(tone: LanguageTone) -> None:
    reading = tone.reading
    print(f"{tone.language}  {tone.messages} texts, LIX {reading.lix:.0f} (at most {tone.most})")
    print(
        f"    words a sentence {reading.words_a_sentence:.1f}, long {reading.share_of_long:.0f} %"
    )
    hardest = ", ".join(f"{name} {lix:.0f}" for name, lix in tone.hardest)
    print(f"    hardest {hardest}; longest {tone.longest[0]}, {tone.longest[1]} characters")
    found = ", ".join(f"{count} {kind}" for kind, count in tone.found.most_common()) or "nothing"
    print(f"    found {found}\n")

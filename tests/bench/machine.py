"""Where and when something was measured."""

import os
import platform
import subprocess
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def circumstances(command: str, repository: Path = ROOT) -> str:
    """A sentence for above a table; ask before the work begins, for the load is the others'."""
    busy = os.getloadavg()[0]
    return (
        f"`{command}`, {date.today().isoformat()}, commit {_commit(repository)}, {cores()} cores "
        f"({_model()}), Python {platform.python_version()}. {busy:.1f} processes of others were "
        f"running when it began{_warning(busy)}."
    )


def cores() -> int:
    """The cores that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _commit(repository: Path) -> str:
    name = _git(repository, "rev-parse", "--short", "HEAD")
    return name + (" with changes" if _git(repository, "status", "--porcelain") else "")


def _git(repository: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", repository, *words], capture_output=True, text=True)
    return done.stdout.strip()


def _model() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _warning(busy: float) -> str:
    return ": **a busy machine, take only the ratios**" if busy > 0.5 else ""

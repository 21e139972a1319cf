"""What the package managers have kept from earlier, which decides how long a first set-up takes."""

import os
from pathlib import Path

HOME = Path.home()
CACHES = {
    "UV_CACHE_DIR": HOME / ".cache" / "uv",
    "PIP_CACHE_DIR": HOME / ".cache" / "pip",
    "npm_config_cache": HOME / ".npm",
}
WARM_MEGABYTES = 20


def empty_caches(place: Path) -> dict[str, str]:
    """An environment in which nothing has been downloaded yet."""
    return {name: str(place / name.lower()) for name in CACHES}


def say_what_is_cached(instead: dict[str, str]) -> str:
    """A sentence about the caches; `instead` replaces the usual ones."""
    if instead:
        return "The caches of uv, pip and npm were empty."
    states = [f"{name.split('_')[0].lower()} {_state(name)}" for name in CACHES]
    return f"Package caches before: {', '.join(states)}."


def _state(name: str) -> str:
    folder = Path(os.environ.get(name, CACHES[name]))
    if not folder.exists():
        return "empty"
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6
    return f"warm ({size:.0f} MB)" if size > WARM_MEGABYTES else "empty"

"""Turns a picture of a phone into a JPEG: a program of its own, which knows nothing of ours.

A picture comes from anybody, and what reads it is written in C. So it runs alone, for one picture,
without our environment, and within limits: from the standard input to the standard output. Nothing
that the file says beside the picture (where and when it was taken, by which phone) goes into it.
"""

import resource
import sys

LARGEST_PIXELS = 60_000_000  # what the largest phones make
LONGEST_SIDE = 2600  # small print on a receipt can be read
MOST_MEMORY = 1_500_000_000
MOST_SECONDS = 20
QUALITY = 85


def main() -> None:
    """Fails with whatever is wrong with the picture."""
    _limit(resource.RLIMIT_AS, MOST_MEMORY)
    _limit(resource.RLIMIT_CPU, MOST_SECONDS)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    # Only now: what it loads is within the limits too.
    import pillow_heif

    pillow_heif.options.DECODE_THREADS = 1
    picture = pillow_heif.open_heif(sys.stdin.buffer.read(), convert_hdr_to_8bit=True)
    width, height = picture.size
    if width * height > LARGEST_PIXELS:
        raise ValueError(f"{width} x {height}")
    shown = picture.to_pillow().convert("RGB")
    shown.info.clear()
    shown.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    shown.save(sys.stdout.buffer, "JPEG", quality=QUALITY)


def _limit(what: int, most: int) -> None:
    """Not every system knows every limit."""
    try:
        resource.setrlimit(what, (most, most))
    except (OSError, ValueError):
        print(f"no limit {what}", file=sys.stderr)


if __name__ == "__main__":
    main()

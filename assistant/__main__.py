"""Rasa's own command line with this product's patches: `python -m assistant train`, `... run`."""

from assistant import rasa_patches


def main() -> None:
    """Runs one Rasa command."""
    rasa_patches.leave_tensorflow_out()
    rasa_patches.apply()
    from rasa.__main__ import main as rasa_main

    rasa_main()


if __name__ == "__main__":
    main()

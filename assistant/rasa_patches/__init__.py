"""What must be otherwise in Rasa 3.6.21 for it to serve here; the measurements are in docs/.

Each patch reaches into a private part of a frozen release, so each has a test that fails when the
part that it replaces no longer looks as it did.
"""

from assistant.rasa_patches import tensorflow

__all__ = ["apply", "leave_tensorflow_out"]

leave_tensorflow_out = tensorflow.leave_out


def apply() -> None:
    """Applies all patches that need Rasa's modules; call it once, before Rasa starts."""
    # Only now: these read Rasa's modules, which would read TensorFlow's had it not been left out.
    from assistant.rasa_patches import action_calls, tracker_store

    action_calls.apply()
    tracker_store.apply()

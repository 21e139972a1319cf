"""The written conversations of stories/tests, played through the running product."""

"""The live lines of the consoles that are open at this process: who hears what, once and in order."""

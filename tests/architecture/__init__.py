"""The architecture as executable statements; `layers.py` is the one file to edit when it changes."""

"""The project as its users get it: built, installed elsewhere, and run from another directory."""

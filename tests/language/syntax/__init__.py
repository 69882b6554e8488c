"""A text becomes a tree, and a tree becomes a text."""

"""Policies are found, chosen, and kept compiled."""

"""A policy text becomes a checked policy."""

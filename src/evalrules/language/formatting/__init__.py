"""Lays a text out as a careful clerk would, without changing what it says."""

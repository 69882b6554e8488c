"""Studies of policies."""

"""The meaning of each construct, in worked numbers."""

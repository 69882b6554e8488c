"""Turns the text of a policy into a checked policy: names resolved, types and units fitted, bands closed."""

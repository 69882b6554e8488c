"""Studies of a policy: its examples tried, what they reach. Nothing here prints."""

from __future__ import annotations

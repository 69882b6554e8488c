"""The values of the language: numbers, intervals, units, and the reading of printed cells."""

from __future__ import annotations

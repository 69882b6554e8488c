"""Anything above → what a person reads: composed once as a page, drawn once per medium."""

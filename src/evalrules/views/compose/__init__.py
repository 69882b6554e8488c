"""Derivations and problems → pages, with the words in both languages."""

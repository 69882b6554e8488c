"""Turns a checked policy and a form into a score and its reasons."""

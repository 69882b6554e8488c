"""Turns text into a tree of declarations, with comments beside it. The only package that imports lark."""

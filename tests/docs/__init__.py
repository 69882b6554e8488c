"""The documentation, executed: every fence of every page, and every part that is made from the code."""

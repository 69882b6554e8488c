"""Where people work: the Python interface, the commands."""

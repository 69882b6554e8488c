"""The workbench: the command as a user meets it, and the library as a program does."""

"""What editors and documentation need to colour policies: made from the language's own table of keywords."""

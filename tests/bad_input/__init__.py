"""Whatever is wrong with what a user hands over: it is told, and nothing else is lost."""

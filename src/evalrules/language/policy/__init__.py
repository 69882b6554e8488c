"""The checked policy: every name resolved, every unit fitted. Everything after it only reads it."""

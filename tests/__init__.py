"""The tests: laws over generated policies, golden texts, the architecture, and a mirror of src."""

"""Pages → text: one module a medium, none of which knows what a policy is."""

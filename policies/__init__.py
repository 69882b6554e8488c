"""The schemas and the policy library, as data laid out by place; shipped as `evalrules.policies`."""

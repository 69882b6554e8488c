"""The grammars of the language and of an indicator value, as data; shipped as `evalrules.grammars`."""

"""One file per check. The file's name is the name of the rule; its docstring is the rule's page."""

# The same commands without make: python dev.py. Pass more on with ARGS, as in: make test ARGS="-k names"
PYTHON ?= python3
COMMANDS := site manual serve test lint lock bench clean

.PHONY: help $(COMMANDS)

help:
	@$(PYTHON) dev.py

$(COMMANDS):
	@$(PYTHON) dev.py $@ $(ARGS)

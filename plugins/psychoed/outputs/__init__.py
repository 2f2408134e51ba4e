"""One file per output: what people print, carry and keep."""

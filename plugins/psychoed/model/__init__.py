"""What things are. Plain values: nothing here reads a file, draws a page or knows a host."""

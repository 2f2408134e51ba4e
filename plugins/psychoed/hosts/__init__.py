"""Who calls us. Each host only translates between its own words and plain values."""

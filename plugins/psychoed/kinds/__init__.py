"""One file per kind of content. The annotations of its class are the keys of its head."""

"""The manual for authors: pages written by hand, and a page for everything in the catalogues."""

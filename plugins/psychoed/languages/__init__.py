"""One data file per language: every word that readers see and no author wrote."""

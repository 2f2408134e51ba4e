"""One file per field of a sheet. The file's name is the word that authors write."""

"""One file per block of a page. The file's name is the word that authors write."""

"""One file per drawn figure: SVG from data, in which text stays text."""

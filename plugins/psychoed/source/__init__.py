"""From text to model. Everything read here keeps its line, so that every mistake can be pointed at."""

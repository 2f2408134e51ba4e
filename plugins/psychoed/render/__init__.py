"""From model to Markdown and HTML. Page, PDF and e-book are one drawing under different CSS."""

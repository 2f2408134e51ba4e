"""HTML becomes PDF. The only folder that knows WeasyPrint, and imports it when it is first needed."""

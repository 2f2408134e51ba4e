"""MkDocs, and every engine that runs MkDocs plugins. Nothing outside this folder imports it."""

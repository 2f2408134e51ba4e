"""Keeps what was printed by its digest, so that nothing is printed twice."""

import os
from dataclasses import dataclass
from pathlib import Path

from psychoed.model.protocols import Artifact


@dataclass(frozen=True)
class Store:
    """A folder of finished files, named by digest."""

    folder: Path

    def place(self, artifact: Artifact) -> Path:
        """Where its bytes lie once they are made."""
        return self.folder / f"{artifact.digest}{Path(artifact.path).suffix}"

    def fetch(self, artifact: Artifact) -> tuple[Path, bool]:
        """The file, and whether it had to be made. It is whole or it is not there."""
        file = self.place(artifact)
        if file.exists():
            return file, False
        content = artifact.make()
        self.folder.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(f".{os.getpid()}.part")
        part.write_bytes(content)
        part.replace(file)
        return file, True

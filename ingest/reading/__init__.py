"""Reading: files, folders and standard input become documents; the only input shell of the house."""

from ingest.reading.document import read_text
from ingest.reading.files import read_paths
from ingest.reading.values import Reading, Refusal

__all__ = ["Reading", "Refusal", "read_paths", "read_text"]

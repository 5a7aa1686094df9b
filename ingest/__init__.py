"""The ingest room: a document becomes claims (a pure core under a thin reading shell)."""

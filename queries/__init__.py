"""The queries room: saved Cypher questions, their catalogue and their runner."""

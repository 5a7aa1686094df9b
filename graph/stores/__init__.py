"""Stores behind the contract of graph/store.py: the embedded engine and Neo4j, over one driver."""

"""The case folder and its ledger: all that was read and decided."""

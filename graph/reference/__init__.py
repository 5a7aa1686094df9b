"""Places, agencies, offices and their official order: tables, and pure lookups in them."""

"""Mappings that come with the package, one file a layout of table."""

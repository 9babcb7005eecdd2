"""The command line: one file a command family; it only parses, calls and prints."""

"""What can be read off words alone: quotes, numbers, dates, names, places, similarity."""

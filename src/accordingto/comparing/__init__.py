"""Documents compared: notes of each, what they tell together, each story settled by its share; who does the work."""

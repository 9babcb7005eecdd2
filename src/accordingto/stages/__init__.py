"""Pure functions over the model; no stage imports another."""

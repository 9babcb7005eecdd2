"""Who says what, according to whom, and is the second source really a second source?"""

"""Files that may take long are read in a process of their own: what runs too long or grows too large ends there alone."""

"""Many made-up debtors who talk to the running product, and a judge who knows what is true."""

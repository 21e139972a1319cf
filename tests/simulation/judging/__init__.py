"""What the judge looks at: each file looks at one thing."""

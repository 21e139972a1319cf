"""What is measured: `make bench` writes docs/measurements.md."""

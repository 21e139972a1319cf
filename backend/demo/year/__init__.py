"""A generated year, so that figures can be judged before there is a real one: `make demo-year`."""

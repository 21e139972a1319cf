"""How the processes are doing, in Prometheus' format; never who does what."""

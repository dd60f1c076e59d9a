"""How fast it is: workloads, measurements, and the table that they make. Run all of it with ``make bench``."""

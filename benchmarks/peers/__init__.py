"""Beside other SPARQL servers, on the same data and machine: ``python -m benchmarks.peers``."""

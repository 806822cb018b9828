"""Sale contracts from reviewed clauses, and inspection reports checked against them before shipment."""

__version__ = "0.1.0"

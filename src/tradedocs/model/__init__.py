"""The words of the trade as frozen types: what every room of the program hands to the next."""

"""One module for each job of a user; here the rooms are joined."""

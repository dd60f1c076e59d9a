"""Who holds a role and who is away, from a directory."""

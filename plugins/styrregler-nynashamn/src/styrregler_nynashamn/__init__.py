"""What Nynäshamn asked of the interplay, as checks."""

"""Where the policies that ship with the product stand: in the checkout, else in the installed package."""

from pathlib import Path

SHIPPED = ("lag", "ordlista")
"""The folders of policies that every rule set gets."""
CHECKOUT = Path(__file__).parents[3]


def policies_root() -> Path:
    """The folder of shipped policies."""
    checkout = CHECKOUT / "policies"
    return checkout if (checkout / "lag").is_dir() else Path(__file__).parents[1] / "_policies"

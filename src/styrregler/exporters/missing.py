"""What is said when a format needs a package that is an extra and is not installed.

In: the package, and the extra that brings it.  Out: an error with what to do.
"""


class MissingExtra(ImportError):
    """The package that writes the format is not installed; ``remedy`` is what to do."""

    def __init__(self, package: str, extra: str) -> None:
        self.package, self.remedy = package, f'installera det med: pip install "styrregler[{extra}]"'
        super().__init__(f"paketet {package} är inte installerat")

"""What a plugin tells of itself among its answers: that it lacks what it draws them from."""

from attrs import frozen


@frozen
class Lacking:
    """What is lacking (saknad källa), told as SR921: ``what`` follows the plugin's name, «når inte katalogen»."""

    what: str
    why: str = ""
    remedy: str = ""

"""What an order's own general rules are called, as matters that people can ask about."""

URGENT = "brådskande-ärenden"
SUBDELEGATION = "vidaredelegering"
DISQUALIFICATION = "jäv"
REPORTING = "anmälan-av-delegationsbeslut"

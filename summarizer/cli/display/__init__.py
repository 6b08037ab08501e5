"""How a run shows what happens: a few lines redrawn on a terminal, plain lines elsewhere, JSON lines for programs."""

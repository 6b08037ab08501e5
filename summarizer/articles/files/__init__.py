"""From paths to bytes to decoded text: what may be opened, what it holds, which characters its bytes stand for."""

"""The model behind all three servers: a weighted sum that fails one request in twenty."""

import itertools


class Toy:
    """Fails by count, not by chance, so that a test can say how many failures N requests give."""

    def __init__(self):
        self.calls = itertools.count(1)

    def predict(self, row):
        if next(self.calls) % 20 == 0:
            raise RuntimeError("the lab's toy model fails one request in twenty")
        return sum((i + 1) * x for i, x in enumerate(row)) / (len(row) or 1)

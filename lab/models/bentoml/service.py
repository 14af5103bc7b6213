"""The toy model as a BentoML service."""

import bentoml
from toy import Toy


@bentoml.service(name="recs", workers=1, traffic={"timeout": 10})
class Recommender:
    def __init__(self):
        self.toy = Toy()

    @bentoml.api
    def predict(self, rows: list[list[float]]) -> list[float]:
        return [self.toy.predict(row) for row in rows]

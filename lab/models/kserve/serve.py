"""A KServe model server with one toy model: serve.py PORT"""

import sys

import uvicorn


class LoopbackConfig(uvicorn.Config):
    """KServe always asks for 0.0.0.0 and has no setting for it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{**kwargs, "host": "127.0.0.1"})


uvicorn.Config = LoopbackConfig  # before kserve looks it up

from kserve import Model, ModelServer  # noqa: E402
from toy import Toy  # noqa: E402


class Ranker(Model):
    def __init__(self):
        super().__init__("ranker-7b")
        self.toy = Toy()
        self.ready = True

    def predict(self, payload, headers=None, response_headers=None):
        return {"predictions": [self.toy.predict(row) for row in payload["instances"]]}


ModelServer(http_port=int(sys.argv[1]), enable_grpc=False, grace_period=1).start([Ranker()])

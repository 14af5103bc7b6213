"""The toy model as an MLServer runtime."""

from mlserver import MLModel
from mlserver.codecs import NumpyCodec
from mlserver.types import InferenceRequest, InferenceResponse
import numpy as np
from toy import Toy


class Triage(MLModel):
    async def load(self) -> bool:
        self.toy = Toy()
        return True

    async def predict(self, payload: InferenceRequest) -> InferenceResponse:
        rows = NumpyCodec.decode_input(payload.inputs[0])
        scores = np.array([[self.toy.predict(row)] for row in rows])
        return InferenceResponse(
            model_name=self.name, outputs=[NumpyCodec.encode_output("score", scores)]
        )

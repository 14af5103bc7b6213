"""Adds to an MLflow server what the lab's models do not have: mlflow_edges.py URL

Signatures of every kind and none, figures that are no numbers, hostile names, a model without versions, and
aliases of a version that was deleted.
"""

import inspect
import sys

import mlflow
import numpy as np
from mlflow.models import ModelSignature
from mlflow.tracking import MlflowClient
from mlflow.types import ColSpec, ParamSchema, ParamSpec, Schema, TensorSpec
from mlflow.types.schema import AnyType, Array, Map, Object, Property


class Echo(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return model_input


TENSORS = ModelSignature(
    Schema([TensorSpec(np.dtype("float32"), (-1, 2), "pixels"), TensorSpec(np.dtype("int64"), (-1,), "mask")]),
    Schema([TensorSpec(np.dtype("float32"), (-1, 10))]),
    ParamSchema([ParamSpec("temperature", "double", 0.7), ParamSpec("stop", "string", ["."], (-1,))]),
)
COLUMNS = ModelSignature(
    Schema(
        [
            ColSpec("double", "age"),
            ColSpec("string", "country", required=False),
            ColSpec(Array(Array("long")), "history"),
            ColSpec(Object([Property("k", "string"), Property("v", "double", required=False)]), "pair"),
            ColSpec(Map("float"), "scores"),
            ColSpec(AnyType(), "extra", required=False),
        ]
    ),
    Schema([ColSpec("datetime")]),
)
NAMES = ['quote "q" \'s', "new\nline", "\u05e2\u05d1\u05e8\u05d9\u05ea-\u202emodel", "x" * 200]


def log(model: str, signature: ModelSignature | None = None) -> None:
    # A run of its own each: 2.x keeps one set of files per run and path.
    with mlflow.start_run(run_name=model):
        log_figures()
        log_model(model, signature)


def log_figures() -> None:
    for name, value in {"nan": "nan", "inf": "inf", "ninf": "-inf", "tiny": "1e-7"}.items():
        mlflow.log_metric(name, float(value))


def log_model(model: str, signature: ModelSignature | None) -> None:
    keywords = {"python_model": Echo(), "registered_model_name": model, "pip_requirements": ["numpy"]}
    if signature:
        keywords["signature"] = signature
    parameters = inspect.signature(mlflow.pyfunc.log_model).parameters
    keywords["name" if "name" in parameters else "artifact_path"] = "model"
    mlflow.pyfunc.log_model(**keywords)


def main(url: str) -> None:
    mlflow.set_tracking_uri(url)
    mlflow.set_experiment("edges")
    client = MlflowClient()
    log("edge-tensors", TENSORS)
    log("edge-columns", COLUMNS)
    log("edge-bare")
    log("edge-alias")
    log("edge-alias")
    for name in NAMES:
        client.create_registered_model(name)
    client.create_registered_model("edge-empty", description="no versions")
    client.set_registered_model_alias("edge-alias", "champion", "2")
    client.set_registered_model_alias("edge-alias", "gone", "1")
    client.delete_model_version("edge-alias", "1")
    # A version whose files are not there.
    run = mlflow.last_active_run()
    client.create_registered_model("edge-nothing")
    client.create_model_version("edge-nothing", run.info.artifact_uri + "/nothing", run.info.run_id)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Fills an MLflow server with the lab's models: seed_mlflow.py MODELS.json URL

Runs through the client of whichever MLflow is installed, 2.x or 3.x, since only its own client leaves
behind what a real team would have. Each version that is already there is left alone, so a second run
changes nothing.
"""

import hashlib
import inspect
import json
import os
import sys

import mlflow
import numpy as np
import pandas as pd
from mlflow.exceptions import MlflowException
from mlflow.models import infer_signature
from mlflow.tracking import MlflowClient
from sklearn.linear_model import LogisticRegression

FEATURES = ["amount", "age_days", "requests_1h", "country_risk"]


def digest(model: dict, version: int) -> str:
    """The image digest that the lab's cluster gives the same version."""
    text = f"{model['image']}:v{version}"
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def data(seed: int) -> tuple[pd.DataFrame, pd.Series]:
    random = np.random.default_rng(seed)
    inputs = pd.DataFrame(random.normal(size=(200, len(FEATURES))), columns=FEATURES)
    return inputs, (inputs["amount"] + inputs["country_risk"] > 0).astype(int).rename("label")


def log_model(estimator, inputs: pd.DataFrame, registry: str) -> None:
    keywords = {
        "signature": infer_signature(inputs, estimator.predict(inputs)),
        "input_example": inputs.head(2),
        "registered_model_name": registry,
        # Named here, because inferring them starts a process that imports everything again.
        "pip_requirements": ["scikit-learn"],
    }
    # 3.x renamed artifact_path, and its own default format needs every type to be declared trusted.
    parameters = inspect.signature(mlflow.sklearn.log_model).parameters
    keywords["name" if "name" in parameters else "artifact_path"] = "model"
    keywords["serialization_format"] = "cloudpickle"
    mlflow.sklearn.log_model(estimator, **keywords)


def add_version(client: MlflowClient, model: dict, version: int) -> None:
    metrics = model["versions"][version - 1]
    inputs, labels = data(version)
    mlflow.set_experiment(model["registry"])
    with mlflow.start_run(run_name=f"train-v{version}"):
        strength = 1.0 / version
        mlflow.log_params({"C": strength, "solver": "lbfgs", "features": len(FEATURES)})
        for step in range(3):
            for name, value in metrics.items():
                mlflow.log_metric(name, value - 0.01 * (2 - step), step=step)
        dataset = mlflow.data.from_pandas(
            inputs.assign(label=labels), name=f"{model['use_case']}-training-{version}", targets="label"
        )
        mlflow.log_input(dataset, context="training")
        log_model(LogisticRegression(C=strength).fit(inputs, labels), inputs, model["registry"])

    client.set_model_version_tag(model["registry"], str(version), "image.digest", digest(model, version))
    client.set_model_version_tag(model["registry"], str(version), "image", f"{model['image']}:v{version}")


def describe(client: MlflowClient, model: dict) -> None:
    tags = {"owner": model["owner"], "use_case": model["use_case"]}
    # Some teams tag, some do not: an identity rule has to work for both.
    if model["tagged"] and model["workload"]:
        tags["jml.workload"] = model["workload"]
    if model["tagged"]:
        tags["jml.metric"] = model["metric"]
    for key, value in tags.items():
        client.set_registered_model_tag(model["registry"], key, value)
    for alias, version in model["aliases"].items():
        client.set_registered_model_alias(model["registry"], alias, str(version))


def present(client: MlflowClient, registry: str) -> int:
    try:
        client.get_registered_model(registry)
    except MlflowException as missing:
        if missing.error_code != "RESOURCE_DOES_NOT_EXIST":
            raise
        return 0
    # A version without its last tag was interrupted half-way, and is made again.
    versions = client.search_model_versions(f"name = '{registry}'")
    done = [int(v.version) for v in versions if "image" in v.tags]
    for version in versions:
        if int(version.version) not in done:
            client.delete_model_version(registry, version.version)
    return max(done, default=0)


def main(models_file: str, url: str) -> None:
    os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
    mlflow.set_tracking_uri(url)
    client = MlflowClient()
    with open(models_file, encoding="utf-8") as file:
        models = json.load(file)
    for model in models:
        for version in range(present(client, model["registry"]) + 1, len(model["versions"]) + 1):
            add_version(client, model, version)
        describe(client, model)
        print(model["registry"], len(model["versions"]), "versions")


if __name__ == "__main__":
    main(*sys.argv[1:])

# MLflow 2.x with the same models, for the differences between the two.
. "$LAB/servers/mlflow.sh"
url=http://127.0.0.1:$MLFLOW2_PORT

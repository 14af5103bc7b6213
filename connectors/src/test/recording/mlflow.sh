#!/usr/bin/env bash
# Starts an MLflow of its own, fills it with the lab's models and the edge cases, and records what it answers.
#
#   mlflow.sh PYTHON    of the virtual environment that has the version to record (lab/install mlflow, mlflow2)
set -euo pipefail
. "$(dirname "$0")/record.sh"
python=$1
seed=$(cd "$here/../../../../lab/seed" && pwd)
at=$(mktemp -d)
port=25500
base=http://127.0.0.1:$port
api=$base/api/2.0/mlflow
# Nothing calls home, and no name of this machine gets into an answer.
export MLFLOW_DISABLE_TELEMETRY=true DO_NOT_TRACK=true MLFLOW_SERVER_ENABLE_JOB_EXECUTION=false
export GIT_PYTHON_REFRESH=quiet LOGNAME=lab

cd "$at"
setsid "$python" -m mlflow server --backend-store-uri sqlite:///mlflow.db --artifacts-destination ./artifacts \
    --host 127.0.0.1 --port $port --workers 1 > log 2>&1 &
server=$!
trap 'kill -- -$server; rm -rf "$at"' EXIT
until curl -fs -o /dev/null $base/health; do sleep 0.5; done
cp "$seed/seed_mlflow.py" "$seed/models.json" "$here/mlflow_edges.py" .
"$python" seed_mlflow.py models.json $base > seed.log 2>&1 || { tail seed.log; exit 1; }
"$python" mlflow_edges.py $base > edges.log 2>&1 || { tail edges.log; exit 1; }

version=$(curl -fsS $base/version)
take() { record MLflow "$version" "$@"; }
pages() { # NAME ENDPOINT SIZE ORDER…: page after page, named NAME-1, NAME-2…
    local name=$1 endpoint=$2 size=$3 token='' n=0 arguments=() order; shift 3
    for order; do arguments+=(--data-urlencode "order_by=$order"); done
    while :; do
        ((++n))
        take "$name-$n" "$api/$endpoint" -G -d "max_results=$size" "${arguments[@]}" ${token:+-d "page_token=$token"}
        token=$(sed '1,/^$/d' "$here/../resources/recorded/mlflow-$version/$name-$n.http" | jq -r '.next_page_token // ""')
        [[ -n $token ]] || break
    done
}
pages models registered-models/search 10 'name ASC'
pages versions model-versions/search 15 'name ASC' 'version_number DESC'
run_of() { curl -fsS -G $api/model-versions/get -d "name=$1" -d "version=$2" | jq -r .model_version.run_id; }
take version $base/version
take run "$api/runs/get" -G -d "run_id=$(run_of credit-risk 1)"
take run-edges "$api/runs/get" -G -d "run_id=$(run_of edge-tensors 1)"
take run-unknown "$api/runs/get" -G -d run_id=0123456789abcdef0123456789abcdef
mlmodel() { take "$1" "$base/model-versions/get-artifact" -G -d "name=$2" -d "version=$3" -d path=MLmodel; }
mlmodel mlmodel credit-risk 1
mlmodel mlmodel-tensors edge-tensors 1
mlmodel mlmodel-columns edge-columns 1
mlmodel mlmodel-bare edge-bare 1
mlmodel mlmodel-nothing edge-nothing 1
mlmodel mlmodel-unknown edge-bare 9
take unknown-path "$api/nope"
[[ $version == 2.* ]] || take unknown-host "$api/registered-models/search" -H 'Host: mlflow.example.com' -G -d max_results=1

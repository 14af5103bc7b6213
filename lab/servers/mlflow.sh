# The model registry, MLflow 3.x, seeded with the lab's models.
url=http://127.0.0.1:$MLFLOW_PORT
patience=180 # the first start migrates an empty database through every version

install() { venv "$name"; }

# One worker: the lab has few clients, and each worker costs a process of 200 MB.
run() {
    quiet
    exec "$CACHE/venv/$name/bin/python" -m mlflow server --backend-store-uri sqlite:///mlflow.db \
        --artifacts-destination ./artifacts --host 127.0.0.1 --port "${url##*:}" --workers 1
}

quiet() { # nothing of the lab calls home, and no job of the server's own changes what tests see
    export MLFLOW_DISABLE_TELEMETRY=true DO_NOT_TRACK=true MLFLOW_SERVER_ENABLE_JOB_EXECUTION=false
    export GIT_PYTHON_REFRESH=quiet
}

ready() { ok "$url/health"; }

after() {
    local seeds=("$LAB/seed/seed_mlflow.py" "$LAB/seed/models.json")
    if [[ -f $data/mlflow.db ]] && fresh "$name-seed" "${seeds[@]}"; then return; fi
    say "seeding $name" >&2
    quiet
    "$CACHE/venv/$name/bin/python" "${seeds[@]}" "$url" > "$CACHE/log/seed-$name.log" 2>&1 \
        || { tail -n 15 "$CACHE/log/seed-$name.log" >&2; return 1; }
    stamp "$name-seed" "${seeds[@]}"
}

smoke() {
    local wanted got api=$url/api/2.0/mlflow
    wanted=$(jq length "$LAB/seed/models.json")
    got=$(curl -fsS "$api/registered-models/search?max_results=100" | jq '.registered_models | length')
    expect "$wanted" "$got" "registered models"
    got=$(curl -fsS "$api/registered-models/alias?name=risk.payments-fraud&alias=champion" | jq -r .model_version.version)
    expect 2 "$got" "champion of risk.payments-fraud"
    say "version $(curl -fsS "$url/version"), $wanted models, aliases resolve"
}

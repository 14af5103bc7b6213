# A real MLServer (V2 protocol, what Seldon runs).
url=http://127.0.0.1:$MLSERVER_PORT
metrics=127.0.0.1:$MLSERVER_METRICS_PORT
. "$LAB/models/smoke.sh"

install() { venv mlserver; }

# No worker processes: with them the metrics of a model are split over files by process.
run() {
    export PYTHONPATH=$LAB/models:$LAB/models/mlserver PYTHONDONTWRITEBYTECODE=1
    export MLSERVER_HOST=127.0.0.1 MLSERVER_HTTP_PORT=$MLSERVER_PORT MLSERVER_GRPC_PORT=$MLSERVER_GRPC_PORT
    export MLSERVER_METRICS_PORT=$MLSERVER_METRICS_PORT MLSERVER_PARALLEL_WORKERS=0 MLSERVER_DEBUG=false
    exec "$CACHE/venv/mlserver/bin/mlserver" start "$LAB/models/mlserver"
}

ready() { ok "$url/v2/health/ready"; }

request() {
    curl -s -o /dev/null -w '%{http_code}' --max-time 5 "$url/v2/models/triage/infer" \
        -H 'Content-Type: application/json' \
        -d '{"inputs":[{"name":"rows","shape":[1,3],"datatype":"FP64","data":[1,2,3]}]}'
}

smoke() {
    toy_smoke "http://$metrics/metrics" \
        'model_infer_request_failure_total{model="triage"' 'model_infer_request_success_total{model="triage"'
}

# A real BentoML server.
url=http://127.0.0.1:$BENTOML_PORT
metrics=127.0.0.1:$BENTOML_PORT
. "$LAB/models/smoke.sh"

install() { venv bentoml; }

run() {
    export PYTHONPATH=$LAB/models PYTHONDONTWRITEBYTECODE=1
    export BENTOML_HOME=$data BENTOML_DO_NOT_TRACK=true
    exec "$CACHE/venv/bentoml/bin/bentoml" serve service:Recommender --working-dir "$LAB/models/bentoml" \
        --host 127.0.0.1 --port "$BENTOML_PORT"
}

ready() { ok "$url/readyz"; }

request() {
    curl -s -o /dev/null -w '%{http_code}' --max-time 5 "$url/predict" \
        -H 'Content-Type: application/json' -d '{"rows":[[1,2,3]]}'
}

smoke() {
    toy_smoke "$url/metrics" 'bentoml_service_request_total{endpoint="/predict",http_response_code="200"' \
        'bentoml_service_request_total{endpoint="/predict",http_response_code="500"'
}

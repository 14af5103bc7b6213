# A real KServe model server (Python). Its metrics have no error counter: a failed prediction is
# missing from the postprocess count.
url=http://127.0.0.1:$KSERVE_PORT
metrics=127.0.0.1:$KSERVE_PORT
. "$LAB/models/smoke.sh"

install() { venv kserve; }

run() {
    export PYTHONPATH=$LAB/models PYTHONDONTWRITEBYTECODE=1
    exec "$CACHE/venv/kserve/bin/python" "$LAB/models/kserve/serve.py" "$KSERVE_PORT"
}

ready() { ok "$url/v2/health/ready"; }

request() {
    curl -s -o /dev/null -w '%{http_code}' --max-time 5 "$url/v1/models/ranker-7b:predict" \
        -H 'Content-Type: application/json' -d '{"instances":[[1,2,3]]}'
}

smoke() {
    toy_smoke "$url/metrics" 'request_preprocess_seconds_count{model_name="ranker-7b"}' \
        'request_postprocess_seconds_count{model_name="ranker-7b"}'
}

# Debian's Prometheus 2.x. It scrapes what runs in the lab; a target that is down is simply down.
url=http://127.0.0.1:$PROMETHEUS_PORT
binary=prometheus

# The targets are a folder of their own: whoever brings a target (the simulated fleet, a test) puts a
# JSON file there, and it is scraped within seconds without touching the configuration.
targets() {
    mkdir -p "$CACHE/data/targets"
    target kserve "127.0.0.1:$KSERVE_PORT"
    target mlserver "127.0.0.1:$MLSERVER_METRICS_PORT"
    target bentoml "127.0.0.1:$BENTOML_PORT"
    target argo-rollouts "127.0.0.1:$ARGO_ROLLOUTS_METRICS_PORT"
    target fleet "127.0.0.1:$FLEET_PORT"
    target "$name" "127.0.0.1:${url##*:}" # each Prometheus is watched by whichever runs
}
target() { # JOB ADDRESS
    printf '[{"targets":["%s"],"labels":{"job":"%s"}}]\n' "$2" "$1" > "$CACHE/data/targets/$1.json.new"
    mv "$CACHE/data/targets/$1.json.new" "$CACHE/data/targets/$1.json"
}

run() {
    targets
    printf '[{"targets":["127.0.0.1:%s"]}]\n' "$ALERTMANAGER_PORT" > alertmanagers.json
    cp "$LAB/config/prometheus.yml" "$LAB/config/rules.yml" .
    ln -sfn "$CACHE/data/targets" targets
    exec "$binary" --config.file=prometheus.yml --storage.tsdb.path=tsdb \
        --web.listen-address="127.0.0.1:${url##*:}" --web.enable-lifecycle \
        --enable-feature=exemplar-storage,native-histograms
}

ready() { ok "$url/-/ready"; }

smoke() {
    local answer version
    answer=$(curl -fsS "$url/api/v1/query" --data-urlencode 'query=vector(20) + 22')
    expect 42 "$(jq -r '.data.result[0].value[1]' <<< "$answer")" "query"
    expect 3 "$(curl -fsS "$url/api/v1/rules" | jq '[.data.groups[].rules[] | select(.health != "err")] | length')" "rules"
    version=$(curl -fsS "$url/api/v1/status/buildinfo" | jq -r .data.version)
    say "version $version, query and rules answer"
}

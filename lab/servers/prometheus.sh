# Debian's Prometheus 2.x. It scrapes what runs in the lab, and whatever a test or the simulated fleet
# puts into its folder of targets, within seconds.
url=http://127.0.0.1:$PROMETHEUS_PORT
metrics=127.0.0.1:$PROMETHEUS_PORT
binary=prometheus

run() {
    printf '[{"targets":["127.0.0.1:%s"]}]\n' "$ALERTMANAGER_PORT" > alertmanagers.json
    cp "$LAB/config/prometheus.yml" "$LAB/config/rules.yml" .
    ln -sfn "$TARGETS" targets
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

# Debian's Alertmanager: takes the alerts of both Prometheus servers, tells nobody.
url=http://127.0.0.1:$ALERTMANAGER_PORT
metrics=127.0.0.1:$ALERTMANAGER_PORT

run() {
    exec prometheus-alertmanager --config.file="$LAB/config/alertmanager.yml" --storage.path=store \
        --web.listen-address="127.0.0.1:$ALERTMANAGER_PORT" --cluster.listen-address=
}

ready() { ok "$url/-/ready"; }

smoke() {
    local version
    version=$(curl -fsS "$url/api/v2/status" | jq -r .versionInfo.version)
    expect array "$(curl -fsS "$url/api/v2/alerts" | jq -r type)" "alerts"
    say "version $version, status and alerts answer"
}

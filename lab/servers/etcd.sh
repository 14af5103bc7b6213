# The store of the Kubernetes API server. Debian's 3.4 is too old: newer clients' watches fail on it.
url=http://127.0.0.1:$ETCD_PORT

install() { go_tool etcd etcd go.etcd.io/etcd/server/v3; }

run() {
    # Nothing here has to outlive a power cut, and fsync is what makes a shared disk slow.
    exec "$CACHE/bin/etcd" --name lab --data-dir "$data/db" --unsafe-no-fsync \
        --listen-client-urls "$url" --advertise-client-urls "$url" \
        --listen-peer-urls "http://127.0.0.1:$ETCD_PEER_PORT" \
        --initial-advertise-peer-urls "http://127.0.0.1:$ETCD_PEER_PORT" \
        --initial-cluster "lab=http://127.0.0.1:$ETCD_PEER_PORT" --log-level warn
}

ready() { ok "$url/health"; }

smoke() {
    local version
    version=$(curl -fsS "$url/version" | jq -r .etcdserver)
    say "version $version"
}

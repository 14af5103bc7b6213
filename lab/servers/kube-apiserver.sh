# The real API server, with RBAC on: admin may everything, oncall and viewer what
# kubernetes/access.yaml grants, so that a 403 is a real one.
needs=(etcd)
url=https://127.0.0.1:$KUBE_APISERVER_PORT

. "$LAB/kubernetes/build.sh"

run() {
    "$LAB/kubernetes/credentials"
    # Loopback is no valid endpoint for the service "kubernetes", hence no reconciler for it.
    exec "$CACHE/bin/kube-apiserver" --etcd-servers="http://127.0.0.1:$ETCD_PORT" \
        --bind-address=127.0.0.1 --advertise-address=127.0.0.1 --endpoint-reconciler-type=none \
        --secure-port="$KUBE_APISERVER_PORT" \
        --tls-cert-file="$KUBE/server.crt" --tls-private-key-file="$KUBE/server.key" \
        --client-ca-file="$KUBE/ca.crt" --token-auth-file="$KUBE/tokens.csv" \
        --service-account-key-file="$KUBE/accounts.key" \
        --service-account-signing-key-file="$KUBE/accounts.key" \
        --service-account-issuer="$url" --service-cluster-ip-range=10.0.0.0/24 \
        --authorization-mode=RBAC --disable-admission-plugins=ServiceAccount
}

# One that is shutting down still answers; lab/down therefore waits for the pid.
ready() { ok --cacert "$KUBE/ca.crt" "$url/readyz"; }

after() { "$LAB/kube" apply "$LAB/kubernetes/access.yaml" > /dev/null; }

smoke() {
    local pods=/api/v1/namespaces/ml-serving/pods secrets=/api/v1/namespaces/ml-serving/secrets
    expect 200 "$("$LAB/kube" code admin GET $secrets)" "admin lists secrets"
    expect 200 "$("$LAB/kube" code viewer GET $pods)" "viewer lists pods"
    expect 403 "$("$LAB/kube" code viewer GET $secrets)" "viewer lists secrets"
    expect 403 "$("$LAB/kube" code viewer DELETE $pods/none)" "viewer deletes a pod"
    expect 401 "$("$LAB/kube" code nobody GET $pods)" "an unknown token"
    expect ExecCredential "$("$KUBE/exec-token" | jq -r .kind)" "exec plugin"
    expect 200 "$(curl -sS -o /dev/null -w '%{http_code}' --cacert "$KUBE/ca.crt" \
        --cert "$KUBE/oncall.crt" --key "$KUBE/oncall.key" "$url$pods")" "oncall by certificate"
    say "$("$LAB/kube" viewer GET /version | jq -r .gitVersion), 200/401/403 as granted"
}

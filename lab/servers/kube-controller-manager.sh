# Makes replica sets out of deployments and pods out of those; only the controllers the lab needs.
needs=(kube-apiserver)
url=https://127.0.0.1:$KUBE_CONTROLLER_MANAGER_PORT

. "$LAB/kubernetes/build.sh"

run() {
    exec "$CACHE/bin/kube-controller-manager" --kubeconfig "$KUBE/admin.kubeconfig" \
        --service-account-private-key-file="$KUBE/accounts.key" --leader-elect=false \
        --bind-address=127.0.0.1 --secure-port="$KUBE_CONTROLLER_MANAGER_PORT" \
        --controllers=deployment,replicaset,endpoint,endpointslice,namespace,garbagecollector,serviceaccount,serviceaccount-token
}

ready() { ok --insecure "$url/healthz"; } # its certificate is made anew at each start

smoke() {
    local account=/api/v1/namespaces/ml-serving/serviceaccounts/default
    expect 200 "$("$LAB/kube" code viewer GET $account)" "the namespace's own service account"
    say "its controllers work"
}

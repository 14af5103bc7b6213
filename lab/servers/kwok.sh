# Plays the kubelets: nodes and pods that turn Ready with no container behind them.
needs=(kube-apiserver)
url=http://127.0.0.1:$KWOK_PORT

install() { go_tool kwok kwok sigs.k8s.io/kwok/cmd/kwok; }

run() {
    local stages
    stages=$(module_folder kwok sigs.k8s.io/kwok)/kustomize/stage
    exec "$CACHE/bin/kwok" --kubeconfig "$KUBE/admin.kubeconfig" --server-address "127.0.0.1:$KWOK_PORT" \
        --manage-all-nodes=true --node-lease-duration-seconds=40 \
        --config "$stages/node/fast/node-initialize.yaml" \
        --config "$stages/node/heartbeat-with-lease/node-heartbeat-with-lease.yaml" \
        --config "$stages/pod/fast/pod-ready.yaml" \
        --config "$stages/pod/fast/pod-complete.yaml" \
        --config "$stages/pod/fast/pod-delete.yaml"
}

ready() { ok "$url/healthz"; }

# Three nodes of real size, so that 200 pods fit and one that asks for 64 cores does not.
after() {
    local node
    for node in a b c; do
        "$LAB/kube" code admin GET "/api/v1/nodes/node-$node" | grep -q 200 || "$LAB/kube" admin POST /api/v1/nodes \
            "$(sed "s/@/$node/g" "$LAB/kubernetes/node.json")" application/json > /dev/null
        # Nobody else removes this taint here: the node lifecycle controller does not run.
        "$LAB/kube" admin PATCH "/api/v1/nodes/node-$node" '{"spec":{"taints":null}}' > /dev/null
    done
}

smoke() {
    local nodes
    nodes=$("$LAB/kube" viewer GET /api/v1/nodes | jq '[.items[] | select(.status.conditions[]?
        | .type == "Ready" and .status == "True")] | length')
    expect 3 "$nodes" "ready nodes"
    say "3 nodes ready"
}

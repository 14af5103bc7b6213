# The controller that walks a canary through its steps, in the console's words a release under way.
# Its two ports have no address flag: it listens on all interfaces, with nothing secret there.
needs=("${KUBERNETES[@]}")
metrics=127.0.0.1:$ARGO_ROLLOUTS_METRICS_PORT

install() { go_tool argo-rollouts argo-rollouts github.com/argoproj/argo-rollouts/cmd/rollouts-controller; }

# The controller ends when it starts before its own kinds exist.
run() {
    local crds
    crds=$(module_folder argo-rollouts github.com/argoproj/argo-rollouts)/manifests/crds
    "$LAB/kube" apply "$crds"/*-crd.yaml > /dev/null
    until ok --cacert "$KUBE/ca.crt" -H "Authorization: Bearer $(cat "$KUBE/admin.token")" \
        "https://127.0.0.1:$KUBE_APISERVER_PORT/apis/argoproj.io/v1alpha1/rollouts"; do sleep 0.2; done
    exec "$CACHE/bin/argo-rollouts" --kubeconfig "$KUBE/admin.kubeconfig" --leader-elect=false \
        --metricsPort "$ARGO_ROLLOUTS_METRICS_PORT" --healthzPort "$ARGO_ROLLOUTS_HEALTH_PORT"
}

ready() { ok "http://127.0.0.1:$ARGO_ROLLOUTS_HEALTH_PORT/healthz"; }

# A whole release: ten pods, a new image, the pause at a tenth, the abort as on-call would send it.
smoke() {
    local at=/apis/argoproj.io/v1alpha1/namespaces/ml-serving/rollouts/lab-smoke manifest=$data/smoke.yaml
    local began=$SECONDS nudged= degraded
    "$LAB/kube" code admin DELETE "$at" > /dev/null
    expect_rollout gone null
    cp "$LAB/kubernetes/rollout.yaml" "$manifest"
    "$LAB/kube" apply "$manifest" > /dev/null
    expect_rollout '.status.phase + " " + (.status.readyReplicas | tostring)' "Healthy 10"
    sed -i 's/smoke:v1/smoke:v2/' "$manifest"
    "$LAB/kube" apply "$manifest" > /dev/null
    expect_rollout '.status.phase + " " + .status.message + " " + (.status.updatedReplicas | tostring)' \
        "Paused CanaryPauseStep 1"
    expect 403 "$("$LAB/kube" code viewer PATCH "$at/status" '{"status":{"abort":true}}')" "viewer aborts"
    "$LAB/kube" oncall PATCH "$at/status" '{"status":{"abort":true}}' > /dev/null
    degraded=(expect_rollout '.status.phase + " " + .status.message'
        "Degraded RolloutAborted: Rollout aborted update to revision 2")
    # 1.9.1 writes the answer of its own patch back into its cache. When that is older than an abort
    # that arrived meanwhile, the abort stands in the API and nobody acts on it until the rollout
    # changes again (argo-rollouts#4073, mended later by #4786): any change to it wakes the controller.
    if ! (patience=5; "${degraded[@]}") 2> /dev/null; then
        expect true "$("$LAB/kube" viewer GET "$at" | jq .status.abort)" "abort after 5 s"
        nudged=", after a nudge"
        "$LAB/kube" oncall PATCH "$at" '{"metadata":{"annotations":{"lab/nudge":"'"$EPOCHREALTIME"'"}}}' > /dev/null
        "${degraded[@]}"
    fi
    "$LAB/kube" admin DELETE "$at" > /dev/null
    say "canary paused at 1 of 10, aborted by oncall, degraded$nudged; $((SECONDS - began)) s"
}

expect_rollout() { # JQ WANTED, within the patience; "gone" waits for the rollout and its pods to be deleted
    local until=$((SECONDS + patience)) got
    while :; do
        if [[ $1 == gone ]]; then
            got=$("$LAB/kube" viewer GET '/api/v1/namespaces/ml-serving/pods?labelSelector=app%3Dlab-smoke' \
                | jq -r 'if .items == [] then null else "pods left" end')
        else
            got=$("$LAB/kube" viewer GET "$at" | jq -r "$1")
        fi
        [[ $got != "$2" ]] || return 0
        ((SECONDS < until)) || die "$name: rollout: expected '$2', got '$got'"
        sleep 0.3
    done
}

#!/usr/bin/env bash
# Records the answers of a real API server that the tests of jml.connectors.kubernetes use:
#   lab/up kubernetes argo-rollouts prometheus; connectors/src/test/recording/kubernetes.sh
# Makes the objects of resources/kubernetes/fleet.yaml in a namespace of their own and deletes it afterwards.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
LAB=${LAB:-$here/../../../../lab}
eval "$("$LAB/env")"
namespace=jml-connector-test
server=$JML_LAB_KUBE_APISERVER
folder=$here/../resources/recorded/kubernetes-1.36.3

record() { # NAME WHO METHOD PATH [BODY]
    local name=$1 who=$2 method=$3 path=$4 token
    token=$(cat "$(dirname "$JML_LAB_KUBE_CA")/$who.token" 2> /dev/null || echo unknown)
    {
        printf '# Kubernetes 1.36.3, live, %s\n' "$(date -u +%F)"
        printf '# kubernetes.sh: %s %s as %s\n' "$method" "$path" "$who"
        curl -sS -i --http1.1 --max-time 10 --cacert "$JML_LAB_KUBE_CA" -H "Authorization: Bearer $token" \
            -X "$method" ${5:+-H 'Content-Type: application/json' --data-binary "$5"} "$server$path" |
            sed -E '1,/^\r*$/{/^(date|audit-id|cache-control|content-length|transfer-encoding|x-kubernetes-pf-[a-z-]*):/Id;s/\r$//}'
    } > "$folder/$name.http"
}

apply() { # VERSION
    local file
    file=$(mktemp --suffix=.yaml)
    sed "s/@V@/$1/" "$here/../resources/kubernetes/fleet.yaml" > "$file"
    "$LAB/kube" apply "$file" > /dev/null
    rm "$file"
}

wait_for() { # JQ PATH: until it prints true
    for _ in $(seq 100); do
        [[ $("$LAB/kube" viewer GET "$2" | jq "$1") == true ]] && return
        sleep 0.3
    done
    echo "never came true: $1" >&2
    exit 1
}

# What a kubelet would say, written by hand: kwok knows only pods that are well.
pod_status() { # INDEX READY RESTARTS STATE LAST-STATE
    local pod digest
    digest=$(printf 'registry.example/broken:v4' | sha256sum | cut -d' ' -f1)
    pod=$("$LAB/kube" viewer GET "/api/v1/namespaces/$namespace/pods?labelSelector=app%3Dbroken" |
        jq -r "[.items[].metadata.name] | sort | .[$1]")
    "$LAB/kube" admin PATCH "/api/v1/namespaces/$namespace/pods/$pod/status" "$(jq -n \
        --argjson ready "$2" --argjson restarts "$3" --argjson state "$4" --argjson last "$5" --arg digest "$digest" '
        {status: {phase: "Running", startTime: "2026-11-24T07:00:00Z",
          conditions: [{type: "Ready", status: (if $ready then "True" else "False" end),
            reason: "ContainersNotReady", message: "containers with unready status: [model]"}],
          containerStatuses: [
            {name: "istio-proxy", image: "registry.example/proxy:1", imageID: "registry.example/proxy@sha256:00",
              ready: true, restartCount: 0, state: {running: {}}},
            {name: "model", image: "registry.example/broken:v4",
              imageID: (if $restarts == 0 and ($ready | not) then "" else "registry.example/broken@sha256:" + $digest end),
              ready: $ready, restartCount: $restarts, state: $state, lastState: $last}]}}')" > /dev/null
}

mkdir -p "$folder"
rollouts=/apis/argoproj.io/v1alpha1/namespaces/$namespace/rollouts
"$LAB/kube" admin DELETE "/api/v1/namespaces/$namespace" > /dev/null 2>&1 || true
until [[ $("$LAB/kube" code admin GET "/api/v1/namespaces/$namespace") == 404 ]]; do sleep 0.3; done
apply 1
wait_for '[.items[].status.phase == "Healthy"] | all' "$rollouts"
apply 2
wait_for '[.items[] | select(.metadata.name != "adopted").status.message == "CanaryPauseStep"] | all' "$rollouts"
pod_status 0 true 2 '{"running":{"startedAt":"2026-11-24T07:10:00Z"}}' '{}'
pod_status 1 false 5 '{"waiting":{"reason":"CrashLoopBackOff","message":"back-off 2m40s restarting failed container"}}' \
    '{"terminated":{"exitCode":137,"reason":"OOMKilled"}}'
pod_status 2 false 0 '{"waiting":{"reason":"ImagePullBackOff","message":"Back-off pulling image: not found"}}' '{}'
"$LAB/kube" admin PATCH "$rollouts/judged/status" '{"status":{"abort":true}}' > /dev/null
wait_for '.status.phase == "Degraded"' "$rollouts/judged"

for kind in pods deployments.apps replicasets.apps rollouts.argoproj.io analysisruns.argoproj.io; do
    case $kind in
        *.apps) root=/apis/apps/v1 ;;
        *.argoproj.io) root=/apis/argoproj.io/v1alpha1 ;;
        *) root=/api/v1 ;;
    esac
    record "${kind%%.*}" viewer GET "$root/namespaces/$namespace/${kind%%.*}?limit=500"
done
record version viewer GET /version
record argo viewer GET /apis/argoproj.io/v1alpha1
record no-argo viewer GET /apis/argoproj.example/v1alpha1
record self viewer POST /apis/authentication.k8s.io/v1/selfsubjectreviews \
    '{"apiVersion":"authentication.k8s.io/v1","kind":"SelfSubjectReview"}'
review='{"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectAccessReview","spec":{"resourceAttributes":'
record may viewer POST /apis/authorization.k8s.io/v1/selfsubjectaccessreviews \
    "$review"'{"verb":"list","resource":"pods","namespace":"ml-serving"}}}'
record may-not viewer POST /apis/authorization.k8s.io/v1/selfsubjectaccessreviews \
    "$review"'{"verb":"list","resource":"secrets","namespace":"ml-serving"}}}'
record forbidden viewer GET "/api/v1/namespaces/$namespace/secrets"
record unauthorized nobody GET "/api/v1/namespaces/$namespace/pods"
# A server that has just started remembers nothing from before; one that has run for five minutes neither.
"$LAB/down" kube-apiserver > /dev/null
"$LAB/up" kube-apiserver argo-rollouts > /dev/null
record watch-too-old viewer GET "/api/v1/namespaces/$namespace/pods?watch=1&resourceVersion=1&timeoutSeconds=3"
curl -sS -o /dev/null -d "{\"revision\":\"$(("$("$LAB/kube" viewer GET /api/v1/namespaces | jq -r .metadata.resourceVersion)"))\"}" \
    "$JML_LAB_ETCD/v3/kv/compaction"
token=$(printf '{"v":"meta.k8s.io/v1","rv":2,"start":"a\\u0000"}' | base64 -w0 | tr -d =)
record continue-expired viewer GET "/api/v1/namespaces/$namespace/pods?limit=1&continue=$token"
record watch viewer GET "/apis/apps/v1/namespaces/$namespace/deployments?watch=1&allowWatchBookmarks=true&timeoutSeconds=2&sendInitialEvents=true&resourceVersionMatch=NotOlderThan"
[[ -n ${KEEP:-} ]] || "$LAB/kube" admin DELETE "/api/v1/namespaces/$namespace" > /dev/null

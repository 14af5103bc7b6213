#!/usr/bin/env bash
# Records what a real API server with Argo Rollouts answers to acts, for the tests of jml.connectors.kubernetes.act:
#   lab/up kubernetes argo-rollouts; connectors/src/test/recording/acts.sh
# Makes the objects of resources/kubernetes/acts.yaml in a namespace of their own and deletes it afterwards.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
LAB=${LAB:-$here/../../../../lab}
eval "$("$LAB/env")"
namespace=jml-act-record
server=$JML_LAB_KUBE_APISERVER
folder=$here/../resources/recorded/kubernetes-1.36.3
rollouts=/apis/argoproj.io/v1alpha1/namespaces/$namespace/rollouts
deployments=/apis/apps/v1/namespaces/$namespace/deployments
sets="/apis/apps/v1/namespaces/$namespace/replicasets?labelSelector=app"

record() { # NAME WHO METHOD PATH [TYPE BODY]
    local name=$1 who=$2 method=$3 path=$4 token
    token=$(cat "$(dirname "$JML_LAB_KUBE_CA")/$who.token")
    {
        printf '# Kubernetes 1.36.3 with Argo Rollouts 1.9.1, live, %s\n' "$(date -u +%F)"
        printf '# acts.sh: %s %s as %s %s\n' "$method" "$path" "$who" "${6:-}"
        curl -sS -i --http1.1 --max-time 20 --cacert "$JML_LAB_KUBE_CA" -H "Authorization: Bearer $token" \
            -X "$method" ${5:+-H "Content-Type: $5" --data-binary "$6"} "$server$path" |
            sed -E '1,/^\r*$/{/^(date|audit-id|cache-control|content-length|transfer-encoding|x-kubernetes-pf-[a-z-]*):/Id;s/\r$//}'
    } > "$folder/act-$name.http"
}

apply() { # VERSION
    local file
    file=$(mktemp --suffix=.yaml)
    sed "s/@V@/$1/; s/@NS@/$namespace/" "$here/../resources/kubernetes/acts.yaml" > "$file"
    "$LAB/kube" apply "$file" > /dev/null
    rm "$file"
}

wait_for() { # JQ PATH: until it prints true
    for _ in $(seq 200); do
        [[ $("$LAB/kube" viewer GET "$2" | jq "$1") == true ]] && return
        sleep 0.3
    done
    echo "never came true: $1" >&2
    exit 1
}

review() { # NAME WHO VERB GROUP RESOURCE SUBRESOURCE
    record "$1" "$2" POST /apis/authorization.k8s.io/v1/selfsubjectaccessreviews application/json \
        "{\"apiVersion\":\"authorization.k8s.io/v1\",\"kind\":\"SelfSubjectAccessReview\",\"spec\":{\"resourceAttributes\":{\"namespace\":\"$namespace\",\"verb\":\"$3\",\"group\":\"$4\",\"resource\":\"$5\",\"subresource\":\"$6\"}}}"
}

patch=application/json-patch+json
"$LAB/kube" admin DELETE "/api/v1/namespaces/$namespace" > /dev/null 2>&1 || true
until [[ $("$LAB/kube" code admin GET "/api/v1/namespaces/$namespace") == 404 ]]; do sleep 0.3; done
apply 1
wait_for '.status.phase == "Healthy"' "$rollouts/scorer"
apply 2
wait_for '.status.message == "CanaryPauseStep"' "$rollouts/scorer"
wait_for '.status.updatedReplicas == 3 and .status.readyReplicas == 3 and .status.replicas == 3' "$deployments/ranker"
sleep 2
record may oncall POST /apis/authorization.k8s.io/v1/selfsubjectaccessreviews application/json \
    '{"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectAccessReview","spec":{"resourceAttributes":{"namespace":"'$namespace'","verb":"patch","group":"argoproj.io","resource":"rollouts","subresource":"status"}}}'
review may-not viewer patch argoproj.io rollouts status
record autoscalers viewer GET "/apis/autoscaling/v2/namespaces/$namespace/horizontalpodautoscalers"
record rollout-paused viewer GET "$rollouts/scorer"
record replicasets-paused viewer GET "$sets%3Dscorer"
record deployment viewer GET "$deployments/ranker"
record deployment-replicasets viewer GET "$sets%3Dranker"
hash=$("$LAB/kube" viewer GET "$rollouts/scorer" | jq -r .status.currentPodHash)
abort='[{"op":"test","path":"/status/currentPodHash","value":"'$hash'"},{"op":"add","path":"/status/abort","value":true}]'
stale='[{"op":"test","path":"/status/currentPodHash","value":"old"},{"op":"add","path":"/status/abort","value":true}]'
record forbidden viewer PATCH "$rollouts/scorer/status?fieldManager=jml-console" $patch "$abort"
record moved-on oncall PATCH "$rollouts/scorer/status?fieldManager=jml-console" $patch "$stale"
record nothing-to-remove oncall PATCH "$rollouts/scorer/status?fieldManager=jml-console" $patch \
    '[{"op":"remove","path":"/status/nothing"}]'
record gone oncall PATCH "$rollouts/nobody/status?fieldManager=jml-console" $patch "$abort"
record invalid oncall PATCH "$deployments/ranker?fieldManager=jml-console" $patch \
    '[{"op":"add","path":"/spec/replicas","value":-1}]'
record conflict oncall PUT "$deployments/ranker/scale?fieldManager=jml-console" application/json \
    '{"apiVersion":"autoscaling/v1","kind":"Scale","metadata":{"name":"ranker","namespace":"'$namespace'","resourceVersion":"1"},"spec":{"replicas":5}}'
record merge-conflict oncall PATCH "$rollouts/scorer?fieldManager=jml-console" application/merge-patch+json \
    '{"metadata":{"resourceVersion":"1"},"spec":{"restartAt":"2026-11-24T10:00:00Z"}}'
record abort-trial oncall PATCH "$rollouts/scorer/status?fieldManager=jml-console&dryRun=All" $patch "$abort"
record abort oncall PATCH "$rollouts/scorer/status?fieldManager=jml-console" $patch "$abort"
record rollout-aborting viewer GET "$rollouts/scorer"
wait_for '.status.phase == "Degraded"' "$rollouts/scorer"
wait_for '.status.updatedReplicas == null and .status.readyReplicas == 4' "$rollouts/scorer"
sleep 1
record rollout-aborted viewer GET "$rollouts/scorer"
record replicasets-aborted viewer GET "$sets%3Dscorer"
[[ -n ${KEEP:-} ]] || "$LAB/kube" admin DELETE "/api/v1/namespaces/$namespace" > /dev/null

# Gives pods their node, and says so in an event when none fits.
needs=(kube-apiserver)
url=https://127.0.0.1:$KUBE_SCHEDULER_PORT

. "$LAB/kubernetes/build.sh"

run() {
    exec "$CACHE/bin/kube-scheduler" --kubeconfig "$KUBE/admin.kubeconfig" --leader-elect=false \
        --bind-address=127.0.0.1 --secure-port="$KUBE_SCHEDULER_PORT"
}

ready() { ok --insecure "$url/readyz"; }

smoke() {
    ready || die "$name: /readyz does not answer"
    say "ready"
}

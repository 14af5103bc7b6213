# The simulated half of the lab's models, with versions, weights and replicas as the API server has them:
# patch a rollout, and what this serves follows within seconds.
needs=(argo-rollouts)
url=http://127.0.0.1:$FLEET_PORT
metrics=127.0.0.1:$FLEET_PORT
patience=150 # the first start waits for pods and for two canaries to reach their pause
jars=$LAB/target/fleet

. "$LAB/../packaging/jdk"

install() {
    (find_jdk) 2> /dev/null || { unavailable fleet "needs JDK 25"; return; }
    find_jdk
    [[ ! -f $jars/built || -n $(newer_source) ]] || return 0
    command -v mvn > /dev/null || { unavailable fleet "needs Maven to be built"; return; }
    say "building the fleet (log: $CACHE/log/install-fleet.log)" >&2
    (cd "$LAB/.." && nice -n 10 mvn -B -ntp -q -pl lab -am -DskipTests -Dspotless.check.skip package) \
        > "$CACHE/log/install-fleet.log" 2>&1 || { tail -n 20 "$CACHE/log/install-fleet.log" >&2; return 1; }
    touch "$jars/built"
}

newer_source() {
    find "$LAB"/../{pom.xml,core,gameday,lab/pom.xml,lab/src} -path '*/target' -prune -o -path '*/src/test' -prune \
        -o -type f -newer "$jars/built" -print -quit 2> /dev/null
}

run() {
    find_jdk
    exec "$JAVA_HOME/bin/java" -Xmx160m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$jars/*" \
        jml.lab.FleetProcess "$LAB/seed/models.json" "$KUBE/admin.kubeconfig" "$FLEET_PORT"
}

ready() { ok "$url/metrics"; }

smoke() {
    local at=/apis/argoproj.io/v1alpha1/namespaces/ml-serving/rollouts series models
    series=$(curl -fsS --max-time 10 "$url/metrics" | grep -c '^inference_requests_total{') || true
    ((series > 0)) || die "fleet: no requests counted"
    models=$(jq '[.[] | select(.serving.live | not)] | length' "$LAB/seed/models.json")
    say "$models models, $series request series, canary of fraud-scorer at $("$LAB/kube" viewer GET \
        "$at/fraud-scorer" | jq -r '"\(.status.updatedReplicas) of \(.status.replicas) pods, \(.status.phase)"')"
}

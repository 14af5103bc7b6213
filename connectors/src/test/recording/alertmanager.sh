#!/usr/bin/env bash
# Starts an Alertmanager of its own, gives it alerts and silences in every state, and records what it answers.
# Needs prometheus-alertmanager, curl and jq.
set -euo pipefail
. "$(dirname "$0")/record.sh"
at=$(mktemp -d)
port=25093
base=http://127.0.0.1:$port
cat > "$at/am.yml" <<'EOF'
route:
  receiver: on-call
  group_by: [alertname, model]
  group_wait: 1s
  group_interval: 5s
  routes:
  - matchers: [severity=~"ticket|warning"]
    receiver: office-hours
inhibit_rules:
- source_matchers: [alertname="RegionDown"]
  target_matchers: [severity!="page"]
  equal: [region]
receivers:
- name: on-call
- name: office-hours
EOF
prometheus-alertmanager --config.file="$at/am.yml" --storage.path="$at/store" --web.listen-address=127.0.0.1:$port \
    --cluster.listen-address=127.0.0.1:25094 --cluster.advertise-address=127.0.0.1:25094 > "$at/log" 2>&1 &
server=$!
trap 'kill $server; rm -rf "$at"' EXIT
until curl -fs -o /dev/null $base/-/ready; do sleep 0.2; done

post() { curl -fsS -X POST -H 'Content-Type: application/json' "$base/api/v2/$1" -d @-; }
day=$(date -u +%F)
tomorrow=$(date -u -d tomorrow +%F)
alert() { # LABELS ANNOTATIONS TIME
    printf '[{"labels":%s,"annotations":%s,"startsAt":"%sT%s:00Z","endsAt":"%sT07:00:00Z"}]' \
        "$1" "$2" "$day" "$3" "$tomorrow" | post alerts
}
silence() { # MATCHERS FROM UNTIL WHO WHY
    printf '{"matchers":%s,"startsAt":"%s","endsAt":"%s","createdBy":"%s","comment":"%s"}' "$@" | post silences
}

alert '{"alertname":"FidelityBurn","model":"fraud-scorer","namespace":"risk","region":"eu-1","severity":"page"}' \
    '{"summary":"fidelity of fraud-scorer burns 14x its budget","runbook_url":"https://runbooks.example.com/fidelity"}' 07:00
alert '{"alertname":"LatencyHigh","model":"credit-risk","namespace":"risk","region":"eu-1","severity":"critical"}' \
    '{"description":"p95 over 200 ms"}' 06:30
alert '{"alertname":"DriftHigh","model":"session-recs","region":"us-2","severity":"ticket"}' \
    '{"summary":"drift of session-recs"}' 05:00
alert '{"alertname":"CacheCold","model":"llm-search-ranker","region":"us-1","severity":"info"}' '{}' 06:00
alert '{"alertname":"RegionDown","region":"us-1","severity":"page"}' '{"summary":"us-1 answers nothing"}' 06:45
alert '{"alertname":"Odd","model":"say \"hi\"\nthere \u202e\u05de\u05d5\u05d3\u05dc","severity":"very bad"}' \
    '{"summary":"a quote, a newline and a right-to-left part"}' 07:10
alert '{"model":"nameless","severity":"page"}' '{}' 07:15

now=$(date -u +%FT%TZ)
silence '[{"name":"model","value":"session-recs","isRegex":false,"isEqual":true}]' \
    "$now" "${tomorrow}T07:00:00Z" on-call "retraining under way" > /dev/null
silence '[{"name":"alertname","value":"Latency.*","isRegex":true},{"name":"namespace","value":"test","isRegex":false,"isEqual":false}]' \
    "${tomorrow}T00:00:00Z" "${tomorrow}T02:00:00Z" capacity "load test tonight" > /dev/null
mistake=$(silence '[{"name":"region","value":"eu-1","isRegex":false}]' \
    "$now" "${tomorrow}T07:00:00Z" on-call "by mistake" | jq -r .silenceID)
sleep 2
curl -fsS -X DELETE "$base/api/v2/silence/$mistake"
until [[ $(curl -fsS $base/api/v2/status | jq -r .cluster.status) == ready ]]; do sleep 1; done

version=$(curl -fsS $base/api/v2/status | jq -r .versionInfo.version)
for name in alerts silences status; do record Alertmanager "$version" $name "$base/api/v2/$name"; done
record Alertmanager "$version" groups "$base/api/v2/alerts/groups"
record Alertmanager "$version" bad-filter "$base/api/v2/alerts?filter=%7Bmodel%3D%22reco%22%7D"
record Alertmanager "$version" unknown-path "$base/api/v2/nope"

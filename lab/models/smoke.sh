# The smoke check of every server with the toy model; sourced by their files in servers/.
# It fails by count: any forty requests in a row hold exactly two failures (unless lab/traffic runs).
toy_smoke() { # METRICS-URL SERIES…
    local i code failed=0 exposition
    for ((i = 0; i < 40; i++)); do
        code=$(request) || true
        [[ $code == 200 ]] || failed=$((failed + 1))
    done
    expect 2 "$failed" "failures in 40 requests"
    exposition=$(curl -fsS "$1")
    for series in "${@:2}"; do
        grep -qF "$series" <<< "$exposition" || die "$name: no series $series at $1"
    done
    say "38 of 40 requests answered, the metrics count them"
}

# What most users run today, built by Go: the API only, no web page. Scrapes the same targets.
. "$LAB/servers/prometheus.sh"
url=http://127.0.0.1:$PROMETHEUS3_PORT
metrics=127.0.0.1:$PROMETHEUS3_PORT
binary=$CACHE/bin/prometheus3

# Its module is numbered 0.316 for the release 3.16; unstamped, it would tell clients no version at all.
install() {
    go_tool prometheus3 prometheus github.com/prometheus/prometheus/cmd/prometheus \
        "-X github.com/prometheus/common/version.Version=3.16.0"
}

# What most users run today, built by Go: the API only, no web page. Scrapes the same targets.
. "$LAB/servers/prometheus.sh"
url=http://127.0.0.1:$PROMETHEUS3_PORT
binary=$CACHE/bin/prometheus3

install() { go_tool prometheus3 prometheus github.com/prometheus/prometheus/cmd/prometheus; }

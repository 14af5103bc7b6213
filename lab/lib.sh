# Shared by every script of the lab; sourced, never run.
#
# A server is one file, servers/NAME.sh, that is sourced in a process of its own and may define:
#   needs      names of servers that must run before it (start order; stopped in reverse)
#   url        what a client connects to
#   metrics    HOST:PORT that Prometheus scrapes at /metrics while this server is up
#   patience   seconds to wait for readiness (default 60)
#   install    brings what is missing; returns $UNAVAILABLE when a registry does not give it
#   run        replaces itself (exec) by the server; output goes to the log
#   ready      the server's own readiness answer
#   after      once ready: what must exist in it (namespaces, nodes, models); idempotent
#   smoke      proves that it answers; prints one line of evidence
#   request    one inference call, printing the HTTP code (model servers; lab/traffic)

set -euo pipefail

LAB=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/jml-lab
KUBE=$CACHE/kube
UNAVAILABLE=75 # EX_TEMPFAIL: told apart from a defect of ours, which must fail

# Start order. A new server is named here once.
SERVERS=(etcd kube-apiserver kube-controller-manager kube-scheduler kwok argo-rollouts
    alertmanager prometheus prometheus3 mlflow mlflow2 kserve mlserver bentoml fleet)
KUBERNETES=(etcd kube-apiserver kube-controller-manager kube-scheduler kwok)

. "$LAB/ports.sh"
mkdir -p "$CACHE"/{bin,data,log,run,stamp,venv,kube}

say() { printf '%s\n' "$*"; }
die() { printf 'lab: %s\n' "$*" >&2; exit 1; }

server() { # NAME: defines that server's functions in this process
    name=$1 needs=() url='' metrics='' patience=60
    data=$CACHE/data/$name log=$CACHE/log/$name.log pidfile=$CACHE/run/$name.pid
    install() { debian "$name"; }
    after() { :; }
    . "$LAB/servers/$name.sh"
}

attempt() { # COMMAND…: in a process of its own with errexit on, its result in $rc. Never call it in a
    # condition ("attempt x || …"): bash then ignores errexit all the way down.
    set +e
    (set -e; "$@")
    rc=$?
    set -e
}

# ---- which servers ---------------------------------------------------------------------------

usage_names() {
    say "servers: ${SERVERS[*]}"
    say "groups:  kubernetes (${KUBERNETES[*]}), all"
}

known() { [[ " ${SERVERS[*]} " == *" $1 "* ]]; }

expand() { # NAME…: group names become members, in start order, each once
    local want=' ' n
    for n; do
        case $n in
            all) want+="${SERVERS[*]} " ;;
            kubernetes) want+="${KUBERNETES[*]} " ;;
            *) known "$n" || { usage_names >&2; die "no server is called '$n'"; }
               want+="$n " ;;
        esac
    done
    for n in "${SERVERS[@]}"; do [[ $want != *" $n "* ]] || say "$n"; done
}

with_needs() { # NAME…: also what they need, in start order
    local named n
    named=$(expand "$@") || return
    expand $named $(for n in $named; do needs_of "$n"; done)
}

needs_of() ( # a subshell, so that the definitions of one server do not reach the next
    server "$1"
    for n in ${needs[@]+"${needs[@]}"}; do say "$n"; needs_of "$n"; done
)

# ---- processes -------------------------------------------------------------------------------

ours() { # PID NAME: pids are reused; the mark in its environment says that it is this lab's
    grep -zqxF "JML_LAB_SERVER=$CACHE/$2" "/proc/$1/environ" 2> /dev/null
}

# All its processes: workers outlive a killed parent, some in a session of their own, and hold its port.
members() { # NAME
    local file
    for file in $(grep -lzxF "JML_LAB_SERVER=$CACHE/$1" /proc/[0-9]*/environ 2> /dev/null || true); do
        file=${file#/proc/}
        say "${file%/environ}"
    done
}

running_pid() { # NAME: prints the pid, fails when it does not run
    local pid
    pid=$(cat "$CACHE/run/$1.pid" 2> /dev/null) && ours "$pid" "$1" && say "$pid"
}

stop() { # NAME
    local pid left waited=0
    if pid=$(running_pid "$1"); then
        kill -TERM "$pid" 2> /dev/null || true
        while ours "$pid" "$1" && ((waited++ < 150)); do sleep 0.1; done
        ! ours "$pid" "$1" || say "$1: still there after 15 s, killed" >&2
    fi
    left=$(members "$1")
    while [[ -n $left ]]; do
        kill -KILL $left 2> /dev/null || true
        sleep 0.1
        left=$(members "$1")
    done
    rm -f "$CACHE/run/$1.pid"
}

# For smoke: what a server must answer, said when it does not.
expect() { # WANTED GOT WHAT
    [[ $2 == "$1" ]] || die "$name: $3: expected $1, got '$2'"
}

ok() { curl -fsS -o /dev/null --max-time 3 "$@" 2>/dev/null; }

# Prometheus watches a folder of targets. A server is in it from lab/up to lab/down, so that one that
# dies is a target that is down, and one that nobody started is none.
TARGETS=$CACHE/data/targets
add_target() { # JOB ADDRESS
    mkdir -p "$TARGETS"
    printf '[{"targets":["%s"],"labels":{"job":"%s"}}]\n' "$2" "$1" > "$TARGETS/$1.new"
    mv "$TARGETS/$1.new" "$TARGETS/$1.json"
}
remove_target() { rm -f "$TARGETS/$1.json"; }

# ---- installing ------------------------------------------------------------------------------

fresh() { # NAME FILE…: the install made from exactly these files is in place
    local stamp=$CACHE/stamp/$1; shift
    [[ -f $stamp && $(cat "$stamp") == "$(cat "$@" | sha256sum)" ]]
}
stamp() { local stamp=$CACHE/stamp/$1; shift; cat "$@" | sha256sum > "$stamp"; }

unavailable() { # NAME REASON
    say "$2" > "$CACHE/stamp/$1.reason"
    printf 'lab: %s: %s\n' "$1" "$2" >&2
    return $UNAVAILABLE
}

debian() { # NAME: the packages that debian.txt lists for it
    local server package command missing=()
    while read -r server package command; do
        [[ $server == '*' || $server == "$1" ]] || continue
        command -v "$command" > /dev/null || missing+=("$package")
    done < <(grep -v '^#' "$LAB/debian.txt")
    ((${#missing[@]})) || return 0
    if ((EUID != 0)) || ! command -v apt-get > /dev/null; then
        unavailable "$1" "needs Debian packages, install them with: apt-get install ${missing[*]}"
        return
    fi
    local log=$CACHE/log/install-$1.log
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy \
        --no-install-recommends "${missing[@]}"; } > "$log" 2>&1 \
        || unavailable "$1" "apt-get: $(tail -n 1 "$log")"
}

# The fetch comes first and alone, so that a registry's silence and a build that breaks are two things.
go_tool() { # NAME FOLDER PACKAGE [LDFLAGS]: bin/NAME out of the module in go/FOLDER
    local folder=$LAB/go/$2 package=$3 flags="-s -w ${4:-}" log=$CACHE/log/install-$1.log
    debian "$1" || return
    if [[ -x $CACHE/bin/$1 ]] && fresh "$1" "$folder/go.mod" "$folder/go.sum"; then return 0; fi
    command -v go > /dev/null || { unavailable "$1" "needs Go 1.26.7 or newer on the PATH"; return; }
    say "building $1 (log: $log)" >&2
    export CGO_ENABLED=0 GOFLAGS=-buildvcs=false
    if ! (cd "$folder" && go list -deps "$package") > /dev/null 2> "$log"; then
        if grep -qE 'updates to go.mod needed|missing go.sum entry' "$log"; then
            tail -n 20 "$log" >&2 # the module in our folder is incomplete: no registry's fault
            return 1
        fi
        unavailable "$1" "$(grep -v -m 1 'go: downloading' "$log")"
        return
    fi
    (cd "$folder" && nice -n 10 go build -trimpath -ldflags "$flags" -o "$CACHE/bin/$1" "$package") \
        >> "$log" 2>&1 || { tail -n 20 "$log" >&2; return 1; }
    stamp "$1" "$folder/go.mod" "$folder/go.sum"
}

module_folder() { # FOLDER MODULE: where the module's own files (CRDs, stages) lie
    (cd "$LAB/go/$1" && GOFLAGS=-buildvcs=false go list -m -f '{{.Dir}}' "$2")
}

venv() { # NAME: a virtual environment from python/NAME.txt
    local at=$CACHE/venv/$1 wanted=$LAB/python/$1.txt log=$CACHE/log/install-$1.log
    debian "$1" || return
    if fresh "$1" "$wanted"; then return 0; fi
    python3 -c 'import venv, ensurepip' 2> /dev/null \
        || { unavailable "$1" "needs Python 3.11 with venv: apt-get install python3-venv"; return; }
    say "installing $1 (log: $log)" >&2
    rm -rf "$at"
    python3 -m venv "$at"
    nice -n 10 "$at/bin/pip" install -q -r "$wanted" > "$log" 2>&1 \
        || { unavailable "$1" "pip: $(grep -m 1 ERROR "$log" || tail -n 1 "$log")"; return; }
    stamp "$1" "$wanted"
}

# Sourced by the recording scripts: record SYSTEM VERSION NAME URL [curl option…]
#
# Writes one answer of a live server to resources/recorded/SYSTEM-VERSION/NAME.http: two comment lines that say
# where it comes from, then status line, headers and body as they came, without the headers that change each time.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

record() {
    local system=$1 version=$2 name=$3 url=$4; shift 4
    local folder=$here/../resources/recorded/${system,,}-$version
    mkdir -p "$folder"
    {
        printf '# %s %s, live, %s\n' "$system" "$version" "$(date -u +%F)"
        printf '# %s: curl -i %s %s\n' "$(basename "$0")" "$url" "$*" | sed "s|$base||"
        curl -sS -i "$url" "$@" | sed '1,/^\r*$/{/^\(date\|server\|connection\|content-length\|transfer-encoding\|vary\|etag\|last-modified\):/Id;s/\r$//}'
    } > "$folder/$name.http"
}

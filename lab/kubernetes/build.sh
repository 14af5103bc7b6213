# How the three Kubernetes servers are built; sourced by their files in servers/.
install() {
    local v=k8s.io/component-base/version # a build without the stamp calls itself v0.0.0-master
    go_tool "$name" kubernetes "k8s.io/kubernetes/cmd/$name" \
        "-X $v.gitVersion=v1.36.3 -X $v.gitMajor=1 -X $v.gitMinor=36"
}

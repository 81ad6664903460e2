#!/bin/sh
# Runs a command in a network namespace of its own where WebRTC finds a route: the loopback and one
# unconnected link that holds the default route (Chromium gathers candidates on that interface only).
# The namespace vanishes with the command. Where namespaces may not be made, runs it plainly.
set -eu

inside='
set -e
ip link set lo up
ip link add media type veth peer name media-end
ip addr add 10.77.0.1/24 dev media
ip link set media up
ip link set media-end up
ip route add default via 10.77.0.2
VISAVIS_NAMESPACE=1
export VISAVIS_NAMESPACE
exec "$@"
'

works() {
  "$@" sh -c 'ip link set lo up && ip link add media type veth peer name media-end' 2>/dev/null
}

if [ -z "${VISAVIS_NAMESPACE:-}" ] && command -v unshare >/dev/null 2>&1 && command -v ip >/dev/null 2>&1; then
  if works unshare -n; then
    exec unshare -n sh -c "$inside" in-namespace "$@"
  elif works unshare -rn; then
    exec unshare -rn sh -c "$inside" in-namespace "$@"
  fi
fi
exec "$@"

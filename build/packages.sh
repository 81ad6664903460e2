# Sourced by ./test: finds the browsers, the virtual display, the relay and PHP, or installs them where apt-get may.
# Sets CHROMIUM_BIN, FIREFOX_BIN, XVFB_BIN and TURNSERVER_BIN, which the browser journeys read, and PHP_BIN,
# with which the extension for Live Helper Chat is tested.

first_of() {
  for candidate in "$@"; do
    if command -v "$candidate" >/dev/null 2>&1; then
      command -v "$candidate"
      return
    fi
  done
}

find_programs() {
  CHROMIUM_BIN=${CHROMIUM_BIN:-$(first_of chromium chromium-browser google-chrome google-chrome-stable)}
  FIREFOX_BIN=${FIREFOX_BIN:-$(first_of firefox-esr firefox)}
  XVFB_BIN=${XVFB_BIN:-$(first_of Xvfb)}
  TURNSERVER_BIN=${TURNSERVER_BIN:-$(first_of turnserver)}
  PHP_BIN=${PHP_BIN:-$(first_of php)}
  packages=""
  [ -n "$CHROMIUM_BIN" ] || packages="$packages chromium"
  [ -n "$FIREFOX_BIN" ] || packages="$packages firefox-esr"
  [ -n "$XVFB_BIN" ] || packages="$packages xvfb"
  [ -n "$TURNSERVER_BIN" ] || packages="$packages coturn"
  [ -n "$PHP_BIN" ] || packages="$packages php-cli"
}

provide_programs() {
  find_programs
  if [ -n "$packages" ] && command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing the system packages$packages"
    # $packages is a list: it is meant to be split.
    # shellcheck disable=SC2086
    apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $packages
    find_programs
  fi
  if [ -n "$packages" ]; then
    {
      echo "The tests need these system packages:$packages"
      echo "Debian: apt-get install$packages"
      echo "Elsewhere: install them and set CHROMIUM_BIN, FIREFOX_BIN, XVFB_BIN, TURNSERVER_BIN and PHP_BIN to the programs."
    } >&2
    exit 1
  fi
  export CHROMIUM_BIN FIREFOX_BIN XVFB_BIN TURNSERVER_BIN PHP_BIN
}

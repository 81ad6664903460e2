# Sourced by ./run and ./test: names every missing tool with its remedy, all at once, then stops.
# POSIX sh; needs nothing that it does not check.

missing=""

lack() {
  missing="$missing
  - $1"
}

major() {
  printf '%s' "$1" | sed -e 's/^1\.//' -e 's/[^0-9].*$//'
}

check_java() {
  javac=javac
  [ -n "${JAVA_HOME:-}" ] && javac="$JAVA_HOME/bin/javac"
  if ! command -v "$javac" >/dev/null 2>&1; then
    lack "a JDK 17 or newer ($javac was not found). Debian/Ubuntu: apt-get install openjdk-17-jdk-headless; else https://adoptium.net"
    return
  fi
  version=$("$javac" -version 2>&1 | sed -n 's/^javac //p')
  [ "$(major "$version")" -ge 17 ] ||
    lack "a JDK 17 or newer (found $version). Install one and set JAVA_HOME to it"
}

check_maven() {
  if ! command -v mvn >/dev/null 2>&1; then
    lack "Maven 3.8 or newer (mvn was not found). Debian/Ubuntu: apt-get install maven; else https://maven.apache.org"
    return
  fi
  # Without Java Maven cannot even say its version; Java's own line above is enough then.
  [ -n "$missing" ] && ! mvn -v >/dev/null 2>&1 && return
  version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
  minor=$(printf '%s' "$version" | cut -d. -f2)
  case "$version" in
    3.*) [ "${minor:-0}" -ge 8 ] || lack "Maven 3.8 or newer (found $version)" ;;
    [4-9].*) ;;
    *) lack "Maven 3.8 or newer (found '$version'; does mvn -v run?)" ;;
  esac
}

check_node() {
  if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
    lack "Node 20 or newer with npm (node or npm was not found). See https://nodejs.org/en/download"
    return
  fi
  version=$(node -v)
  [ "$(major "${version#v}")" -ge 20 ] ||
    lack "Node 20 or newer (found $version). See https://nodejs.org/en/download"
}

# Ends the script when check_* found something missing.
stop_if_missing() {
  [ -z "$missing" ] && return
  printf 'Visavis needs:%s\n' "$missing" >&2
  exit 1
}

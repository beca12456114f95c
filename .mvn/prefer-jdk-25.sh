# Sourced by mvnw. The formatter parses Java 25 only on a Java 21 or newer, and Maven starts on whatever
# `java` is first on the PATH. Where a JDK 25 is found, Maven therefore runs on it; where none is, nothing
# changes and the build itself says what to install. mvnw runs without globbing, so it is switched on here.

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 1
  jdk_major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ -n "$jdk_major" ] && [ "$jdk_major" -ge 25 ]
}

if ! is_jdk_25 "${JAVA_HOME:-/nonexistent}"; then
  set +f
  for jdk in "${JAVA25_HOME:-/nonexistent}" \
    /usr/lib/jvm/*25* /usr/lib/jvm/* /opt/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/*; do
    if is_jdk_25 "$jdk"; then
      JAVA_HOME=$jdk
      export JAVA_HOME
      break
    fi
  done
  set -f
fi

#!/usr/bin/env bash
# Times whole runs of the standalone jar: start to end, as a user waits for it.
# usage: benchmarks/whole-process.sh [runs] [folder for throughput]
set -eu
cd "$(dirname "$0")/.."
runs=${1:-20}
folder=${2:-testdata/src/main/resources/estates}
jar=linter-cli/target/ekslint.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
spec=testdata/src/main/resources/estates/production/cluster.yaml

measure() {
  name=$1
  shift
  for _ in $(seq "$runs"); do
    start=$(date +%s%N)
    "$@" >/dev/null 2>&1 || true
    echo $((($(date +%s%N) - start) / 1000000))
  done | sort -n | awk -v name="$name" '{ ms[NR] = $1 } END { printf "%-42s median %5d ms   fastest %5d ms   (%d runs)\n", name, ms[int((NR + 1) / 2)], ms[1], NR }'
}

"$java" -version 2>&1 | head -n 1
flags="-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
measure "ekslint --version" "$java" $flags -jar "$jar" --version
measure "ekslint check cluster.yaml" "$java" $flags -jar "$jar" check "$spec"
measure "ekslint check (JVM defaults)" "$java" -jar "$jar" check "$spec"
measure "ekslint check cluster.yaml --evidence" "$java" $flags -jar "$jar" check "$spec" --evidence "${spec%/*}/evidence"
runs=3
measure "ekslint check $folder" "$java" $flags -jar "$jar" check "$folder"

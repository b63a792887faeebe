#!/usr/bin/env bash
# Times the hook of "ekslint hook install" in a repository of 600 files, from a person's point of view.
# usage: benchmarks/commit.sh [runs], after ./mvnw package; JAVA_HOME chooses the Java
set -eu
cd "$(dirname "$0")/.."
runs=${1:-10}
jar=${JAR:-$PWD/linter-cli/target/ekslint.jar}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
spec=$PWD/testdata/src/main/resources/estates/production/cluster.yaml

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export EKSLINT_CACHE=$work/cache GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
git init -q "$work/repository"
cd "$work/repository"
for i in $(seq 300); do
  mkdir -p "d$((i % 20))"
  echo "a: $i" >"d$((i % 20))/f$i.yaml"
  echo "$i" >"d$((i % 20))/g$i.txt"
done
cp "$spec" .
git add .
git -c user.name=x -c user.email=x@example.com commit -q --no-verify -m x

measure() {
  name=$1
  shift
  for _ in $(seq "$runs"); do
    TIMEFORMAT='%R %U %S'
    { time "$@" >/dev/null 2>&1 || true; } 2>&1
  done | sort -n | awk -v name="$name" '
    { elapsed[NR] = $1; cpu += $2 + $3 }
    END { printf "%-28s median %.2f s   fastest %.2f s   of processors %.2f s   (%d runs)\n", name, elapsed[int((NR + 1) / 2)], elapsed[1], cpu / NR, NR }'
}

"$java" -version 2>&1 | head -n 1
"$java" -jar "$jar" hook install -- --fail-on never >/dev/null
hook=.git/hooks/pre-commit
echo "# changed" >>cluster.yaml
git add .
EKSLINT_ARCHIVE=never measure "a spec, the first time" "$hook"
# what is else done aside, after the first time
EKSLINT_ARCHIVE=first "$hook" >/dev/null 2>&1
measure "a spec" "$hook"
git reset -q --hard
echo "b: 1" >>d0/f20.yaml
git add .
measure "YAML that is no spec" "$hook"
git reset -q --hard
echo "b" >>d0/g20.txt
git add .
measure "nothing that ekslint reads" "$hook"

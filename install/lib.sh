# What demo, check and bench have in common: prerequisites, the build, the Python environment. Sourced, never run.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
state="$root/.temper"
venv="$state/venv"
oldest_jdk=17
oldest_maven=3.8.7
oldest_python=3.9

step() { printf '==> %s\n' "$*"; }
stop() {
  printf 'temper: %s\n' "$*" >&2
  exit 1
}

# at_least OLDEST VERSION: compares dotted numbers; an empty version is too old.
at_least() {
  awk -v a="$1" -v b="$2" 'BEGIN {
    n = split(a, x, "."); split(b, y, ".")
    for (i = 1; i <= n; i++) { if (y[i] + 0 > x[i] + 0) exit 0; if (y[i] + 0 < x[i] + 0) exit 1 }
    exit b == ""
  }'
}

# jdk_version HOME: the feature number of the JDK there (8, 17, 25); nothing if there is no compiler.
jdk_version() {
  [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \(1\.\)\{0,1\}\([0-9][0-9]*\).*/\2/p'
}

# home_of JAVA: the installation that a java program on the PATH belongs to.
home_of() {
  "$1" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

# Sets jdk to the JDK that JAVA_HOME or the PATH names; adds to the list of faults if there is none or it is too old.
find_jdk() {
  local version hint="install a JDK $oldest_jdk or newer, for instance the package openjdk-17-jdk"
  if [ -n "${JAVA_HOME:-}" ]; then
    jdk=$JAVA_HOME
  elif command -v java >/dev/null; then
    jdk=$(home_of java || true)
  else
    missing "a JDK: $hint"
    return
  fi
  version=$(jdk_version "$jdk" || true)
  if [ -z "$version" ]; then
    missing "a JDK with its compiler, javac (none in ${jdk:-what the java on the PATH names}): $hint"
  elif ! at_least "$oldest_jdk" "$version"; then
    missing "a newer JDK (Java $version in $jdk is too old): $hint"
  fi
}

find_maven() {
  local version hint="install Maven $oldest_maven or newer, for instance the package maven"
  if ! command -v mvn >/dev/null; then
    missing "Maven: $hint"
    return
  fi
  version=$(JAVA_HOME=${jdk:-} mvn -B -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' || true)
  if [ -n "$version" ] && ! at_least "$oldest_maven" "$version"; then
    missing "a newer Maven ($version is too old): $hint"
  elif [ -z "$version" ] && [ -z "$faults" ]; then
    missing "a Maven that starts ('mvn -v' does not): $hint"
  fi
}

find_python() {
  local version hint="install Python $oldest_python or newer with venv, for instance the packages python3 and python3-venv"
  if ! command -v python3 >/dev/null; then
    missing "Python: $hint"
    return
  fi
  version=$(python3 -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null || true)
  if ! at_least "$oldest_python" "$version"; then
    missing "a newer Python (${version:-a python3 that does not start} is too old): $hint"
  elif ! python3 -c 'import ensurepip, venv' >/dev/null 2>&1; then
    missing "Python's venv (Python $version came without it): $hint"
  fi
}

# Java draws no letter without a font file; on Linux a bare machine has none.
find_font() {
  local font
  [ "$(uname -s)" = Linux ] || return 0
  font=$({ fc-list || find /usr/share/fonts -name '*.[ot]t[cf]'; } 2>/dev/null | head -n 1 || true)
  [ -n "$font" ] || missing "a font to label charts with: install the packages fontconfig and fonts-dejavu-core"
}

missing() { faults="${faults:+$faults; }$1"; }

# Checks what must be there before anything is made, and names all that is missing in one line.
prerequisites() {
  faults=""
  jdk=""
  find_jdk
  find_maven
  find_python
  find_font
  case $root in *[:=]*) missing "another folder (Java cannot take ':' or '=' in a path): move $root" ;; esac
  [ -z "$faults" ] || stop "missing: $faults"
  export JAVA_HOME=$jdk
}

# patiently WHAT LOG COMMAND...: runs a quiet command, says now and then that it is still at it, and shows its end if it fails.
patiently() {
  local what=$1 log=$2 status=0
  shift 2
  (
    seconds=0
    while sleep 15 >/dev/null 2>&1; do
      seconds=$((seconds + 15))
      printf '    still %s, %s s\n' "$what" "$seconds"
    done
  ) &
  ticker=$!
  "$@" >"$log" 2>&1 </dev/null || status=$?
  end_ticker
  if [ "$status" -ne 0 ]; then
    tail -n 30 "$log" >&2
    stop "$what failed; the whole log is $log"
  fi
}

ticker=""
end_ticker() {
  if [ -n "$ticker" ]; then
    kill "$ticker" 2>/dev/null || true
    wait "$ticker" 2>/dev/null || true
    ticker=""
  fi
}
trap end_ticker EXIT
trap 'printf "\ntemper: stopped\n" >&2; exit 130' INT TERM

# The name of the training engine's jar for this machine.
engine_platform() {
  case "$(uname -s) $(uname -m)" in
    "Linux x86_64") echo linux-x86_64 ;;
    "Linux aarch64") echo linux-aarch64 ;;
    "Darwin arm64") echo osx-aarch64 ;;
    *) stop "the training engine exists for Linux (x86_64, aarch64) and macOS (arm64), but this is $(uname -sm)" ;;
  esac
}

sources() {
  cd "$root" && find pom.xml kernel/pom.xml kernel/src/main toolkit/pom.xml toolkit/src/main install/pom.xml install/src/main \
    -type f -exec cksum {} + | LC_ALL=C sort | cksum
}

# Builds the jars into .temper/lib, unless they are there and no source has changed.
build() {
  local now platform
  now=$(sources)
  platform=$(engine_platform)
  mkdir -p "$state"
  if [ "$(cat "$state/lib/.sources" 2>/dev/null)" = "$now" ]; then
    step "The jars are built"
    return
  fi
  step "Building the jars (the first time, Maven downloads about 250 MB)"
  cd "$root"
  patiently "building" "$state/build.log" \
    mvn -B -q -Dquick -DskipTests "-Dlibtorch.classifier=$platform" package
  rm -rf "$state/lib.new"
  cp -R install/target/temper/lib "$state/lib.new"
  cp install/target/temper-install-*.jar "$state/lib.new"
  printf '%s\n' "$now" >"$state/lib.new/.sources"
  rm -rf "$state/lib"
  mv "$state/lib.new" "$state/lib"
}

# Makes the private Python environment, unless it is there and what it must hold has not changed.
python_environment() {
  local wanted
  wanted="$(cksum <"$root/install/requirements.txt") $(python3 -V) $venv"
  mkdir -p "$state"
  if [ "$(cat "$venv/.made" 2>/dev/null)" = "$wanted" ] && "$venv/bin/python" -c 'import nbclient' 2>/dev/null; then
    step "The Python environment is there"
  else
    step "Making a private Python environment (the first time, pip downloads about 60 MB)"
    rm -rf "$venv"
    patiently "making the environment" "$state/venv.log" python3 -m venv "$venv"
    patiently "installing JupyterLab" "$state/pip.log" \
      "$venv/bin/python" -m pip install --disable-pip-version-check -r "$root/install/requirements.txt"
    printf '%s\n' "$wanted" >"$venv/.made"
  fi
  environment_part "the papermill translator" "$root/install/python" --no-deps
}

# environment_part WHAT PATH [PIP_WORD...]: installs a folder or a list of packages, unless it is there as it is now.
environment_part() {
  local what=$1 path=$2 made wanted
  shift 2
  made="$venv/.made-$(basename "$path")"
  wanted=$(find "$path" -type f ! -name '*.pyc' -exec cksum {} + | LC_ALL=C sort)
  [ "$(cat "$made" 2>/dev/null)" != "$wanted" ] || return 0
  step "Installing $what"
  [ -d "$path" ] || set -- "$@" -r
  patiently "installing $what" "$state/pip.log" \
    "$venv/bin/python" -m pip install --disable-pip-version-check "$@" "$path"
  printf '%s\n' "$wanted" >"$made"
}

# Registers the kernel in the private environment, for the JDK and the jars that were just found and built.
register_kernel() {
  "$venv/bin/python" "$root/install/register_kernel.py" --java "$jdk/bin/java" --lib "$state/lib"
}

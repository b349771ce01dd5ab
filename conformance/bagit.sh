#!/usr/bin/env bash
# Validates the packages of the whole sample with independent tools: the bagit module of Python and, for the metadata,
# libxml2. conformance/prepare.sh installs them.
set -euo pipefail
cd "$(dirname "$0")/.."

for tool in 'python3 -m bagit --version' 'xmllint --version'; do
  $tool >/dev/null 2>&1 || { echo '缺少核对工具：先运行 conformance/prepare.sh' >&2; exit 2; }
done
workspace=$(mktemp -d)
trap 'rm -rf "$workspace"' EXIT
# What is filed is built first. With the last build beside it, only what has changed since is built again.
if [ -d out ]; then cp -r out "$workspace/"; fi
cp -r content archive "$workspace/"
rm -rf "$workspace/content/register" "$workspace/archive/packages"
find "$workspace/content" -name life.jsonl -delete

file() { node dist/cli.js file --workspace "$workspace" "$@" >/dev/null 2>&1; }
file --on 2026-11-01
file --all --on 2026-11-02
file --batch --on 2026-11-02

packages="$workspace/archive/packages"
python3 -m bagit --validate --quiet --processes 2 "$packages"/*/
for bag in "$packages"/*/; do
  xmllint --noout --schema "$bag/metadata/metadata.xsd" "$bag/metadata/metadata.xml" 2>/dev/null
done
printf '%s\0' "$packages"/*.zip | xargs -0 -n 1 -P 2 node dist/cli.js verify >/dev/null
count=$(find "$packages" -maxdepth 1 -name '*.zip' | wc -l)
echo "$count 个归档包全部通过 bagit、libxml2 和 hongtou verify"

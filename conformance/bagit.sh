#!/usr/bin/env bash
# Packages of the whole sample against validators that know nothing of this program: the bagit module of Python
# (pip install bagit) and, for the metadata, libxml2. Builds first what is not built.
set -euo pipefail
cd "$(dirname "$0")/.."

python3 -c 'import bagit' || { echo '还没有 bagit：pip install bagit' >&2; exit 2; }
workspace=$(mktemp -d)
trap 'rm -rf "$workspace"' EXIT
cp -r content archive "$workspace/"
rm -rf "$workspace/content/register" "$workspace/archive/packages"
find "$workspace/content" -name life.jsonl -delete

file() { node dist/cli.js file --workspace "$workspace" "$@" >/dev/null; }
file
file --all --on 2026-11-02
file --batch --on 2026-11-02

count=0
for bag in "$workspace"/archive/packages/*/; do
  python3 -m bagit --validate --quiet "$bag"
  node dist/cli.js verify "$bag" >/dev/null
  node dist/cli.js verify "${bag%/}.zip" >/dev/null
  if command -v xmllint >/dev/null; then
    xmllint --noout --schema "$bag/metadata/metadata.xsd" "$bag/metadata/metadata.xml" 2>/dev/null
  fi
  count=$((count + 1))
done
echo "$count 个归档包全部通过 bagit 和 hongtou verify"

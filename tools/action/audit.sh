#!/usr/bin/env bash
# The middle of action.yml: one audit, written as annotations on standard output, as SARIF, and as the job's summary.
# Reads FOLDER, FAIL_ON, IMAGES, BASELINE, ARGS; ends with 0 whatever was found, so that the next steps run.
set -u
out="${RUNNER_TEMP:-/tmp}"
sarif="$out/tagmetry.sarif"
summary="$out/tagmetry.md"
options=(--format github --fail-on "$FAIL_ON" --images "$IMAGES" --output "sarif=$sarif" "markdown=$summary")
if [ -n "${BASELINE:-}" ]; then options+=(--baseline "$BASELINE"); fi
# Split at spaces on purpose.
# shellcheck disable=SC2206
options+=(${ARGS:-})
tagmetry audit "$FOLDER" "${options[@]}"
code=$?
# A summary holds one megabyte.
if [ -f "$summary" ]; then head --bytes=1000000 "$summary" >> "$GITHUB_STEP_SUMMARY"; fi
{
  echo "exit-code=$code"
  echo "sarif-file=$sarif"
} >> "$GITHUB_OUTPUT"

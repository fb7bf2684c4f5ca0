#!/usr/bin/env bash
# Deletes a million old messages, or as many as given, on SQLite and on PostgreSQL (if it is installed) while a visitor asks, and prints how
# long the visitor waited.
#   Tests/Heavy/retention.sh [ROWS]
# Run it on a machine that does nothing else: the limit of the waiting time is absolute.
set -euo pipefail
cd "$(dirname "$0")/../.."
RETENTION_ROWS=${1:-1000000} dotnet test Tests --filter "FullyQualifiedName~RetentionLoadTests" --logger "console;verbosity=detailed"

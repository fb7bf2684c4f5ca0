#!/usr/bin/env bash
# Six floods of the real program, one after the other, each for 60 s or as many seconds as given; prints what the others met meanwhile.
#   Tests/Heavy/floods.sh [SECONDS]
# Run it on a machine that does nothing else: the limits of waiting times are absolute.
set -euo pipefail
cd "$(dirname "$0")/../.."
FLOOD_SECONDS=${1:-60} dotnet test Tests --filter "FullyQualifiedName~FloodTests" --logger "console;verbosity=detailed"

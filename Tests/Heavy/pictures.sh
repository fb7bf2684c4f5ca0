#!/usr/bin/env bash
# Makes the pictures of the documentation anew, in docs/images: landing page, chat on screen and phone, list, case, reply, figures and Studio.
#   Tests/Heavy/pictures.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
SCREENSHOTS=docs/images dotnet test Tests --filter "FullyQualifiedName~Browser.DeskTests|FullyQualifiedName~DocumentationPictureTests|FullyQualifiedName~StudioJourneyTests"

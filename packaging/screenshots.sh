#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The pictures of the README, made by the program itself.
# usage: screenshots.sh PROGRAM FOLDER [RECORDINGS]
set -euo pipefail

station=$1
folder=$2
recordings=${3:-}
export QT_QPA_PLATFORM=offscreen

mkdir -p "$folder"

"$station" --no-sound --beds 16 --size 1920x1080 --screenshot "$folder/ward.png" --after 40 --quit-after 41

if [ -n "$recordings" ]; then
  "$station" --no-sound --replay "$recordings" --size 1920x1080 \
    --screenshot "$folder/recordings.png" --after 40 --quit-after 41
fi

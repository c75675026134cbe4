// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace vitalwall::bench {

// Each role is a process of its own. It says "ready ..." on standard output, takes one line at a
// time from standard input, answers each with one line, and ends with the end of its input. Moments
// (NS) are those of momentNow(). Each returns the exit code.

/// The real server with its record on a disk over a CrossingWard: "ready HOST:PORT PATIENT ...".
/// "cross PATIENT PRIORITY": from NS on the patient's heart rate is beyond the limit whose crossing
/// has that priority; "crossed NS". "recover PATIENT": it is as before; "recovered".
int serveWard();

/// The real station on a screen of 1920 x 1080: "ready" once all beds are live.
/// The words after the role: HOST:PORT, USER, and "sound" or "silent". Has its own application.
/// "watch PATIENT PRIORITY": "watching", then as soon as the patient's tile shows the colour of
/// such an alarm "coloured NS ALERT", and once the alarm's line is filled with it "filled NS".
/// "name ALERT USER": "watching", then "named NS" as soon as the strip of alarms is painted with
/// USER, who has acknowledged.
/// "acknowledge ALERT": as its user does; "pressed NS", before anything is done about it.
int runStation(int argc, char* argv[]);

/// A program of the base contract alone that watches all `words`: HOST:PORT PATIENT ...; "ready"
/// once it has been told of all of them.
/// "listen ALERT USER": "listening", then "heard NS" with the alert_acknowledged by USER.
int runBaseClient(const QStringList& words);

/// A sound server with a loudspeaker that can be recorded: "ready ADDRESS", or "ready none" where
/// it cannot run.
/// "listen": "listening" as soon as it is silent, then with the first tone "heard NS".
int listenToSound();

}  // namespace vitalwall::bench

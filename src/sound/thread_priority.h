// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vitalwall::sound {

/// Asks the system to run the calling thread, and the threads that it will start, before others: an
/// alarm must not stutter because the machine is busy. On Linux that is a nice value as sound
/// servers have it, which needs the permission (LimitNICE= of a systemd unit); false without it.
/// Elsewhere QThread's own priority has done it.
bool preferThisThread();

}  // namespace vitalwall::sound

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/thread_priority.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace vitalwall::sound {

bool preferThisThread() {
#ifdef Q_OS_LINUX
  constexpr int kSoundServersNice = -11;
  return setpriority(PRIO_PROCESS, 0, kSoundServersNice) == 0;  // 0: this thread alone
#else
  return true;
#endif
}

}  // namespace vitalwall::sound

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarm_questions.h"

#include <QCoreApplication>

namespace vitalwall::ui {
namespace {

/// Translation context of these texts.
struct AlarmQuestions {
  Q_DECLARE_TR_FUNCTIONS(AlarmQuestions)
};

}  // namespace

ReasonQuestion alarmOffQuestion(const QString& parameter, const QString& bed) {
  return {.title = AlarmQuestions::tr("%1 alarm off").arg(parameter),
          .question = AlarmQuestions::tr(
                          "%1 of %2 will not alarm any more until somebody turns it on again. Why?")
                          .arg(parameter, bed),
          .confirm = AlarmQuestions::tr("Alarm off"),
          .usual = {
              AlarmQuestions::tr("Care at the bed"), AlarmQuestions::tr("Sensor is being changed"),
              AlarmQuestions::tr("Examination or procedure"),
              AlarmQuestions::tr("Artefacts, cause known"), AlarmQuestions::tr("Comfort care")}};
}

ReasonQuestion acknowledgeQuestion(const QString& alarm) {
  return {.title = AlarmQuestions::tr("Acknowledge with a note"),
          .question = AlarmQuestions::tr("%1\nThe note is kept with the alarm.").arg(alarm),
          .confirm = AlarmQuestions::tr("Acknowledge"),
          .usual = {AlarmQuestions::tr("Seen, nurse is on the way"),
                    AlarmQuestions::tr("Physician informed"),
                    AlarmQuestions::tr("Artefact, patient checked"),
                    AlarmQuestions::tr("Known, treatment running")},
          .needed = false};
}

}  // namespace vitalwall::ui

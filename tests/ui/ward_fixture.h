// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ward.h"
#include "support/alarm_settings.h"
#include "support/manual_clock.h"
#include "support/samples.h"

namespace vitalwall::test {

/// A ward on a clock that the test holds, connected to an extended server unless told otherwise.
class WardFixture {
 public:
  WardFixture() : ward(clock) { connectTo(true); }

  void connectTo(bool extended) {
    models::LinkStatus status;
    status.phase = models::LinkPhase::Live;
    status.server = QStringLiteral("icu:50051");
    status.extended = extended;
    ward.setLink(status);
  }

  void loseLink() {
    auto status = ward.link().status();
    status.phase = models::LinkPhase::Waiting;
    status.sentence = QStringLiteral("No connection to icu:50051.");
    ward.setLink(status);
  }

  /// A watched bed that the directory knows.
  Patient addBed(const std::string& bed) {
    const auto patient = makePatient(bed);
    auto directory = ward.directory();
    directory.push_back(patient);
    ward.setDirectory(directory);
    ward.watch(patient.id);
    return patient;
  }

  /// Vitals measured and received now.
  void receive(PatientId patient, std::vector<Numeric> numerics) {
    ward.apply(
        Vitals{.patient = patient, .sourceTime = clock.wallNow(), .numerics = std::move(numerics)},
        clock.steadyNow());
  }

  /// A few samples of the patient's first wave, received now.
  void receiveWave(PatientId patient) {
    ward.apply(WaveBlock{.patient = patient,
                         .channel = 0,
                         .firstSample = 0,
                         .sourceTime = clock.wallNow(),
                         .samples = {1, 2, 3}},
               clock.steadyNow());
  }

  Alert raise(const std::string& message, PatientId patient,
              AlertPriority priority = AlertPriority::High) {
    auto alert = makeAlert(message, patient, priority);
    alert.raisedAt = clock.wallNow();
    ward.apply(alert);
    return alert;
  }

  /// The patient's alarms are as the unit wants them; what `change` does to that is told, too.
  template <typename Change>
  void set(PatientId patient, Change change) {
    auto settings = makeSettings(patient, ++m_settingsRevision);
    change(settings);
    ward.apply(settings);
  }
  void setDefaults(PatientId patient) {
    set(patient, [](AlarmSettings&) {});
  }

  /// A step of a command that this station gave.
  void note(const CommandBody& command, models::CommandStage stage,
            const QString& sentence = QStringLiteral("A sentence.")) {
    ward.noteCommand({CommandId::fromName("command"), command}, stage, sentence);
  }

  ManualClock clock;
  models::Ward ward;

 private:
  std::uint64_t m_settingsRevision = 0;
};

}  // namespace vitalwall::test

# SPDX-License-Identifier: GPL-3.0-or-later
foreach(
  name
  tst_edf
  tst_heart_rate
  tst_pressure_detector
  tst_qrs_detector
  tst_recording_builder
  tst_replay
  tst_replay_folder
  tst_slow_detectors
  tst_wfdb_annotations
  tst_wfdb_bad_input
  tst_wfdb_formats
  tst_wfdb_header
  tst_wfdb_record
  tst_wfdb_signals)
  vitalwall_test(${name} LINKS vitalwall_sources)
endforeach()

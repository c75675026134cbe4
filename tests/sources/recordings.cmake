# SPDX-License-Identifier: GPL-3.0-or-later
foreach(
  name
  tst_edf
  tst_recording_builder
  tst_replay
  tst_replay_folder
  tst_wfdb_annotations
  tst_wfdb_bad_input
  tst_wfdb_formats
  tst_wfdb_header
  tst_wfdb_record
  tst_wfdb_signals)
  vitalwall_test(${name} LINKS vitalwall_sources)
endforeach()

vitalwall_test(tst_wfdb_mutations SOURCES wfdb_entry.cpp LINKS vitalwall_sources)

# As tests/fuzz: libFuzzer where it is asked for.
if(VITALWALL_FUZZ)
  add_executable(fuzz_wfdb fuzz_wfdb.cpp wfdb_entry.cpp)
  add_dependencies(fuzzers fuzz_wfdb)
  target_include_directories(fuzz_wfdb PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_link_options(fuzz_wfdb PRIVATE -fsanitize=fuzzer)
  target_link_libraries(fuzz_wfdb PRIVATE vitalwall_sources vitalwall_flags)
  target_compile_options(vitalwall_sources PRIVATE -fsanitize=fuzzer-no-link)
  target_link_options(vitalwall_sources PUBLIC -fsanitize=fuzzer-no-link)
endif()

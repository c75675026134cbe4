# SPDX-License-Identifier: GPL-3.0-or-later
# A room is one folder under src/ and one static library vitalwall_<folder>.

add_custom_target(fuzzers) # the libFuzzer targets, with VITALWALL_FUZZ
add_custom_target(sanitized_tests) # what ./dev sanitize builds in the asan and tsan presets

# vitalwall_room(NAME SOURCES file... [LINKS target...])
# Presets that build everything at once merge a room's files into few units; dev compiles each
# alone, so every file includes what it needs. Private names are therefore unique in their room.
function(vitalwall_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS" ${ARGN})
  add_library(vitalwall_${name} STATIC ${ROOM_SOURCES})
  target_include_directories(vitalwall_${name} PUBLIC "${PROJECT_SOURCE_DIR}/src")
  target_link_libraries(
    vitalwall_${name}
    PUBLIC ${ROOM_LINKS}
    PRIVATE vitalwall_flags)
  if(NOT ROOM_LINKS MATCHES "Qt6::|vitalwall_(session|models|ui)")
    set_target_properties(vitalwall_${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
  endif()
endfunction()

# vitalwall_app(NAME SOURCES file... [LINKS target...]) : a program in bin/.
function(vitalwall_app name)
  cmake_parse_arguments(APP "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${APP_SOURCES})
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/src")
  target_compile_definitions(${name} PRIVATE VITALWALL_VERSION="${PROJECT_VERSION}")
  target_link_libraries(${name} PRIVATE ${APP_LINKS} vitalwall_flags)
endfunction()

# vitalwall_test(NAME [SOURCES file...] [LINKS target...] [LABELS label...] [TIMEOUT s])
# One QtTest executable, one ctest. The main source is NAME.cpp; the platform is "offscreen", so no
# display is needed. Labels "asan" and "tsan" choose what ./dev sanitize runs.
function(vitalwall_test name)
  cmake_parse_arguments(TEST "" "TIMEOUT" "SOURCES;LINKS;LABELS" ${ARGN})
  add_executable(${name} ${name}.cpp ${TEST_SOURCES})
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_link_libraries(${name} PRIVATE ${TEST_LINKS} vitalwall_flags Qt6::Test)
  if(TARGET vitalwall_test_headers)
    target_precompile_headers(${name} REUSE_FROM vitalwall_test_headers)
    # GCC 12 does not see any more that these false alarms come from its own library.
    target_compile_options(
      ${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds;-Wno-restrict;-Wno-stringop-overflow>)
  endif()
  # The rooms under test are optimized; the tests around them only need to compile soon.
  target_compile_options(${name} PRIVATE $<$<CONFIG:RelWithDebInfo>:-O1> -pthread)
  target_compile_definitions(
    ${name} PRIVATE VITALWALL_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                    VITALWALL_DATA_DIR="${PROJECT_SOURCE_DIR}/../shared/data"
                    VITALWALL_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests"
                                           UNITY_BUILD OFF)
  if((VITALWALL_SANITIZERS MATCHES "thread" AND "tsan" IN_LIST TEST_LABELS)
     OR (VITALWALL_SANITIZERS MATCHES "address" AND "asan" IN_LIST TEST_LABELS))
    add_dependencies(sanitized_tests ${name})
  endif()
  add_test(NAME ${name} COMMAND ${name})
  set(environment "QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=*.debug=false")
  if(VITALWALL_SANITIZERS MATCHES "thread")
    list(APPEND environment
         "TSAN_OPTIONS=halt_on_error=1:suppressions=${PROJECT_SOURCE_DIR}/tests/tsan.supp")
  elseif(VITALWALL_SANITIZERS)
    list(APPEND environment
         "ASAN_OPTIONS=detect_leaks=1:suppressions=${PROJECT_SOURCE_DIR}/tests/asan.supp"
         "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/lsan.supp"
         "UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1")
  endif()
  if(NOT TEST_TIMEOUT)
    set(TEST_TIMEOUT 120)
  endif()
  set_tests_properties(${name} PROPERTIES ENVIRONMENT "${environment}" LABELS "${TEST_LABELS}"
                                          TIMEOUT ${TEST_TIMEOUT})
endfunction()

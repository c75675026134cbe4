# SPDX-License-Identifier: GPL-3.0-or-later
# Every flag lives in one of these INTERFACE targets; rooms link vitalwall_flags.

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

# Lines in backtraces are worth their price in a monitor, full debug information is not.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")

add_library(vitalwall_language INTERFACE)
target_compile_features(vitalwall_language INTERFACE cxx_std_20)
target_compile_definitions(vitalwall_language INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_KEYWORDS
                                                        QT_NO_FOREACH)

add_library(vitalwall_warnings INTERFACE)
target_compile_options(
  vitalwall_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast
                               -Woverloaded-virtual -Wcast-align -Wunused -Wsign-compare
                               $<$<BOOL:${VITALWALL_WERROR}>:-Werror>)

add_library(vitalwall_sanitizers INTERFACE)
if(VITALWALL_SANITIZERS)
  target_compile_options(vitalwall_sanitizers INTERFACE -fsanitize=${VITALWALL_SANITIZERS}
                                                        -fno-omit-frame-pointer -O1)
  target_link_options(vitalwall_sanitizers INTERFACE -fsanitize=${VITALWALL_SANITIZERS})
  # GCC cannot prove much about instrumented code and says so at length.
  target_compile_options(
    vitalwall_sanitizers
    INTERFACE
      $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized;-Wno-restrict;-Wno-stringop-overflow>)
endif()

add_library(vitalwall_hardening INTERFACE)
if(NOT VITALWALL_SANITIZERS AND CMAKE_BUILD_TYPE MATCHES "Rel")
  target_compile_options(vitalwall_hardening INTERFACE -fstack-protector-strong
                                                       -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
  target_link_options(vitalwall_hardening INTERFACE -Wl,-z,relro,-z,now)
endif()

add_library(vitalwall_flags INTERFACE)
target_link_libraries(vitalwall_flags INTERFACE vitalwall_language vitalwall_warnings
                                                vitalwall_sanitizers vitalwall_hardening)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

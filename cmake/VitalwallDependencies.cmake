# SPDX-License-Identifier: GPL-3.0-or-later
find_package(Threads REQUIRED)
find_package(Protobuf REQUIRED)
find_package(gRPC CONFIG REQUIRED)
find_package(absl CONFIG REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(tomlplusplus CONFIG REQUIRED)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network Sql)
if(VITALWALL_STATION)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Widgets Charts Multimedia)
  # Optional: with it the station sees that the system has muted its alarm sound.
  find_package(PkgConfig)
  if(PkgConfig_FOUND)
    pkg_check_modules(PULSE IMPORTED_TARGET libpulse)
  endif()
endif()
if(BUILD_TESTING OR NOT DEFINED BUILD_TESTING)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()

# libedf (the packaged EDFlib) ships neither CMake nor pkg-config files.
find_path(EDF_INCLUDE_DIR edflib.h REQUIRED)
find_library(EDF_LIBRARY edf REQUIRED)
add_library(edf::edf UNKNOWN IMPORTED)
set_target_properties(edf::edf PROPERTIES IMPORTED_LOCATION "${EDF_LIBRARY}"
                                          INTERFACE_INCLUDE_DIRECTORIES "${EDF_INCLUDE_DIR}")

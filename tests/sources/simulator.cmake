# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name tst_simulator tst_simulator_waves tst_scenarios tst_orders)
  vitalwall_test(${name} SOURCES simulator_support.cpp LINKS vitalwall_sources)
endforeach()
vitalwall_test(tst_simulator_spec LINKS vitalwall_sources)
vitalwall_test(tst_order_json LINKS vitalwall_sources)

// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing but the headers that most tests include, compiled once for all of them.

// SPDX-License-Identifier: GPL-3.0-or-later
// The headers that most tests include, compiled once for all of them. A program like they are,
// since the compiler's settings must be the same.
int main() {
  return 0;
}

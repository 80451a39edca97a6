// SPDX-License-Identifier: GPL-3.0-or-later

extension UTF8.CodeUnit {
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }

  var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}

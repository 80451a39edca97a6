// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads sizes as people write them.
enum ByteCount {
  /// The number of bytes in `text`, such as `1000`, `64 MiB` or `2GB`; nil if it is none above 0.
  static func parse(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    var unit = text[digits.endIndex...]
    if unit.first == " " { unit.removeFirst() }
    guard let count = Int(digits), count > 0, let factor = factors[unit.lowercased()] else {
      return nil
    }
    let (bytes, isTooMany) = count.multipliedReportingOverflow(by: factor)
    return isTooMany ? nil : bytes
  }

  private static let factors = [
    "": 1, "b": 1,
    "kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30,
    "kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000,
  ]
}

// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The day that it is here.
enum Today {
  /// The day by the system's clock and this user's time zone: `YYYY-MM-DD`.
  static var date: String {
    var seconds = time(nil)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return "1970-01-01" }
    return "\(padded(Int(parts.tm_year) + 1900, 4))-\(padded(Int(parts.tm_mon) + 1, 2))"
      + "-\(padded(Int(parts.tm_mday), 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

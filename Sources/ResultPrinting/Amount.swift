// SPDX-License-Identifier: GPL-3.0-or-later

/// Amounts as people read them.
package enum Amount {
  /// `812 B`, `3.4 MB`: powers of 1000, as `ls --si` counts.
  package static func bytes(_ count: Int) -> String {
    var amount = Double(count)
    var unit = "B"
    for larger in ["kB", "MB", "GB", "TB"] where amount >= 1_000 {
      amount /= 1_000
      unit = larger
    }
    return unit == "B" ? "\(count) B" : "\(tenths(amount)) \(unit)"
  }

  /// `0.4 s`, `12 s`, `3 min 20 s`, `2 h 5 min`.
  package static func duration(seconds: Double) -> String {
    if seconds < 10 { return "\(tenths(seconds)) s" }
    let whole = Int(clamping: seconds.rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3_600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3_600) h \(whole % 3_600 / 60) min"
  }

  /// `1 file`, `2 files`.
  package static func count(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    count == 1 ? "1 \(one)" : "\(count) \(many ?? one + "s")"
  }

  /// `3,668`: so that thousands are seen.
  package static func grouped(_ count: Int) -> String {
    var digits = String(count.magnitude)
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
      place -= 3
    }
    return (count < 0 ? "-" : "") + digits
  }

  /// `just now`, `12 s ago`, `3 min ago`, `5 h ago`, `12 days ago`: how long ago something was, which
  /// is never to come, whatever the clocks say.
  package static func age(seconds: Double) -> String {
    let whole = Int(clamping: seconds)
    return switch whole {
    case ..<1: "just now"
    case ..<60: "\(whole) s ago"
    case ..<3_600: "\(whole / 60) min ago"
    case ..<172_800: "\(whole / 3_600) h ago"
    default: "\(grouped(whole / 86_400)) days ago"
    }
  }

  private static func tenths(_ value: Double) -> String {
    let scaled = Int(clamping: (value * 10).rounded())
    return "\(scaled / 10).\(scaled % 10)"
  }
}

extension Int {
  /// The number nearest to a floating-point one; 0 for what is no number.
  init(clamping value: Double) {
    if value >= 0x1p63 {
      self = .max
    } else if value < -0x1p63 {
      self = .min
    } else {
      self = value.isNaN ? 0 : Int(value)
    }
  }
}

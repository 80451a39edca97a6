// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

extension MatchCounts {
  /// `3,668`, or `about 17,000` if it is an estimate: of that two digits are more than is known.
  ///
  /// No less is said than `shown`, which are known to be there.
  func amount(above shown: Int) -> String {
    guard lower < upper else { return Amount.grouped(upper) }
    var unit = 1
    while estimated / unit >= 100 { unit *= 10 }
    let rounded = (estimated + unit / 2) / unit * unit
    let isPossible = rounded >= shown && rounded >= lower && rounded <= upper
    return "about " + Amount.grouped(isPossible ? rounded : max(estimated, shown))
  }
}

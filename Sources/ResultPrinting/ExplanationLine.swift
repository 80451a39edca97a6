// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

extension Explanation {
  /// The parts that add something, and their sum: `4.21 coexistence + 1.10 together = 5.31`.
  var line: String {
    let parts =
      words.map { ($0.word, $0.weight) } + [
        ("words together", adjacency),
        ("as written", exactness),
        ("in one sentence", sentence),
        ("word for word", verbatim),
        ("neighbouring passage", neighbours),
      ]
    let sum = parts.reduce(0) { $0 + $1.1 }
    return parts.filter { $0.1 >= 0.005 }.map { "\(Self.print($0.1)) \($0.0)" }
      .joined(separator: " + ") + " = \(Self.print(sum))"
  }

  /// Two digits behind the point.
  private static func print(_ weight: Double) -> String {
    let hundredths = Int((weight * 100).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}

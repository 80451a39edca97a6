// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// The time it is, and how clocks here show it.
package struct StatusClock: Sendable {
  private let now: Timestamp
  private let secondsFromUTC: @Sendable (Timestamp) -> Int

  /// Makes a clock.
  ///
  /// - Parameters:
  ///   - now: the time it is.
  ///   - secondsFromUTC: by how many seconds clocks here are ahead of UTC at a moment.
  package init(now: Timestamp, secondsFromUTC: @escaping @Sendable (Timestamp) -> Int) {
    self.now = now
    self.secondsFromUTC = secondsFromUTC
  }

  /// How long ago it was.
  func age(of moment: Timestamp) -> String {
    Amount.age(seconds: (Double(now.nanoseconds) - Double(moment.nanoseconds)) / 1e9)
  }

  /// The moment as clocks here show it: `2026-11-25 09:12`.
  func moment(_ moment: Timestamp) -> String {
    let ahead = Int64(secondsFromUTC(moment)).multipliedReportingOverflow(by: 1_000_000_000)
    let shown = moment.nanoseconds.addingReportingOverflow(ahead.partialValue)
    let here = ahead.overflow || shown.overflow ? moment.nanoseconds : shown.partialValue
    // `2026-11-25T09:12:00Z`
    let text = Timestamp(nanoseconds: here).internetTime
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))"
  }
}

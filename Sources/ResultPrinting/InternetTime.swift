// SPDX-License-Identifier: GPL-3.0-or-later

internal import FoundationEssentials
package import PassageModel

/// A moment as JSON has it: in UTC, cut to whole seconds, such as `2026-11-23T10:00:00Z`.
///
/// - SeeAlso: RFC 3339.
package struct InternetTime: Codable, Hashable, Sendable {
  /// The moment.
  package let timestamp: Timestamp

  /// Takes a moment.
  package init(_ timestamp: Timestamp) {
    self.timestamp = timestamp
  }

  /// Decodes the text that `encode` writes.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = try? Date(text, strategy: .iso8601),
      let seconds = Int64(exactly: date.timeIntervalSince1970.rounded(.down)),
      case let (nanoseconds, isTooMuch) = seconds.multipliedReportingOverflow(by: 1_000_000_000),
      !isTooMuch
    else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no time: \(text)")
    }
    timestamp = Timestamp(nanoseconds: nanoseconds)
  }

  /// Encodes the moment as text.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(timestamp.internetTime)
  }
}

extension Timestamp {
  /// The moment in UTC, cut to whole seconds, such as `2026-11-23T10:00:00Z`.
  ///
  /// - SeeAlso: RFC 3339.
  var internetTime: String {
    let (quotient, remainder) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    // Division rounds towards zero, a clock always back.
    let seconds = remainder < 0 ? quotient - 1 : quotient
    return Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import PassageIndex
internal import PassageModel
internal import QuoteMatching

extension CitedQuotation {
  /// Whether there was nothing much like it in the index when it was cited.
  var isDistinct: Bool { lookalike.map { $0 < QuoteFinder.largestDistinctLookalike } ?? false }

  /// Whether it stood at the very beginning of its text.
  var beginsText: Bool {
    if let characters { return characters.lowerBound == 0 }
    if case .characters(let span) = anchor?.position { return span.start ?? 0 == 0 }
    return false
  }

  /// The same quotation with what its anchor says of the words and of what surrounds them.
  var withExcerpt: CitedQuotation {
    guard let excerpt = anchor?.excerpt else { return self }
    var quotation = self
    if quotation.prefix.isEmpty { quotation.prefix = excerpt.prefix }
    if quotation.suffix.isEmpty { quotation.suffix = excerpt.suffix }
    // Of a short quotation the excerpt is all.
    if quotation.text == nil, excerpt.end.isEmpty { quotation.text = excerpt.start }
    return quotation
  }

  /// The same quotation with no more of what surrounds it than tells anything.
  var withNearSurroundings: CitedQuotation {
    var quotation = self
    quotation.prefix = String(prefix.unicodeScalars.suffix(Self.largestContext))
    quotation.suffix = String(suffix.unicodeScalars.prefix(Self.largestContext))
    return quotation
  }

  /// In characters; `cite` writes three hundred at most.
  private static let largestContext = 1_000
}

extension DocumentRecord {
  /// Whether its file has been what and where it is since before `day`, `YYYY-MM-DD`: to rename a file
  /// changes its status.
  func stood(before day: String?) -> Bool {
    // A day more, because nobody wrote down where on earth the day was.
    guard let day, let changed = Self.day(of: checkpoint.changed, 1) else { return false }
    return changed < day
  }

  /// Whether its file was written after `day`: to rename a file leaves the time of its writing.
  func wasWritten(after day: String?) -> Bool {
    guard let day, let modified = Self.day(of: checkpoint.modified, -1) else { return false }
    return modified > day
  }

  /// The day of a moment and some days, `YYYY-MM-DD`; nil of one that nobody lives to see.
  private static func day(of moment: Timestamp, _ dayCount: Int) -> String? {
    var seconds = time_t(moment.nanoseconds / 1_000_000_000) + 86_400 * dayCount
    var civil = tm()
    guard seconds > 0, gmtime_r(&seconds, &civil) != nil, civil.tm_year < 8_100 else { return nil }
    let (month, day) = (civil.tm_mon + 1, civil.tm_mday)
    return "\(civil.tm_year + 1_900)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// Whether its file is, byte for byte, the one that a quotation was cited from.
  func isFile(of quotation: CitedQuotation) -> Bool {
    if let digest = quotation.digest { return digest == self.digest }
    return quotation.anchor?.md5.map { $0 == md5 } ?? false
  }
}

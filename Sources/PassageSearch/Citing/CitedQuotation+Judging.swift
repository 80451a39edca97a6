// SPDX-License-Identifier: GPL-3.0-or-later

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
}

extension DocumentRecord {
  /// Whether its file is, byte for byte, the one that a quotation was cited from.
  func isFile(of quotation: CitedQuotation) -> Bool {
    if let digest = quotation.digest { return digest == self.digest }
    return quotation.anchor?.md5.map { $0 == md5 } ?? false
  }
}

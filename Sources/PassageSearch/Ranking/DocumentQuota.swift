// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel

/// Lets through so many passages of each document, those that come first.
struct DocumentQuota {
  /// How many of each; nil for any number.
  private let limit: Int?
  private var taken: [DocumentNumber: Int] = [:]

  init(_ limit: Int?) {
    self.limit = limit
  }

  /// Whether no further passage of a document is let through.
  func isUsedUp(by document: DocumentNumber) -> Bool {
    limit.map { taken[document, default: 0] >= $0 } ?? false
  }

  /// Whether the next passage of a document is let through; if so, it is counted.
  mutating func takes(_ document: DocumentNumber) -> Bool {
    if isUsedUp(by: document) { return false }
    if limit != nil { taken[document, default: 0] += 1 }
    return true
  }

  /// How many passages it lets through in all, of so many in each document.
  func total(of counts: [DocumentNumber: Int]) -> Int {
    counts.values.reduce(0) { $0 + share(of: $1) }
  }

  /// How many of so many passages of one document it lets through.
  func share(of count: Int) -> Int { min(count, limit ?? .max) }
}

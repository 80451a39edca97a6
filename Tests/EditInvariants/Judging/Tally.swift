// SPDX-License-Identifier: GPL-3.0-or-later

/// Counts of judgements on quotations of one kind.
package struct Tally: Sendable {
  /// What was said where nothing was claimed.
  package enum Silence: Sendable {
    case ambiguous
    case orphaned
    case unverifiable
  }

  package private(set) var quotationCount = 0
  package private(set) var standing = Share()
  package private(set) var edited = Share()
  package private(set) var ambiguousCount = 0
  package private(set) var orphanedCount = 0
  package private(set) var unverifiableCount = 0
  package private(set) var copyCount = 0
  package private(set) var wrongPlaceCount = 0
  package private(set) var arguable: [String: Int] = [:]
  package private(set) var wrongStates: [String: Int] = [:]

  package init() {}

  package var arguableCount: Int { arguable.values.reduce(0, +) }
  package var wrongStateCount: Int { wrongStates.values.reduce(0, +) }

  /// How many of how many.
  package struct Share: Sendable {
    package var right = 0
    package var all = 0

    /// In percent, as it is printed.
    package var description: String {
      guard all > 0 else { return "–" }
      let tenths = right * 1000 / all
      return "\(tenths / 10).\(tenths % 10) %"
    }
  }

  /// Counts a claim.
  package mutating func count(_ judgement: Judgement, _ truth: Truth.State) {
    count(truth, isRight: judgement == .right || judgement == .copy)
    switch judgement {
    case .right: break
    case .copy: copyCount += 1
    case .wrongState(let reason): wrongStates[reason, default: 0] += 1
    case .arguable(let reason): arguable[reason, default: 0] += 1
    case .wrongPlace: wrongPlaceCount += 1
    }
  }

  /// Counts that no place was claimed.
  package mutating func count(_ silence: Silence, _ truth: Truth.State) {
    count(truth, isRight: false)
    switch silence {
    case .ambiguous: ambiguousCount += 1
    case .orphaned: orphanedCount += 1
    case .unverifiable: unverifiableCount += 1
    }
  }

  private mutating func count(_ truth: Truth.State, isRight: Bool) {
    quotationCount += 1
    switch truth {
    case .standing:
      standing.all += 1
      standing.right += isRight ? 1 : 0
    case .edited:
      edited.all += 1
      edited.right += isRight ? 1 : 0
    case .gone: break
    }
  }

  /// Adds what was counted elsewhere.
  package mutating func add(_ other: Tally) {
    quotationCount += other.quotationCount
    standing.right += other.standing.right
    standing.all += other.standing.all
    edited.right += other.edited.right
    edited.all += other.edited.all
    ambiguousCount += other.ambiguousCount
    orphanedCount += other.orphanedCount
    unverifiableCount += other.unverifiableCount
    copyCount += other.copyCount
    wrongPlaceCount += other.wrongPlaceCount
    arguable.merge(other.arguable, uniquingKeysWith: +)
    wrongStates.merge(other.wrongStates, uniquingKeysWith: +)
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// What became of the quotations in one file.
package struct FileReport: Hashable, Sendable {
  /// A quotation that was found.
  package struct Quotation: Hashable, Sendable {
    /// Where it stands in the file: the line, counted from 1.
    package let line: Int
    /// The quotation as it is written there.
    package let quotation: CitedQuotation
    /// What became of it.
    package let verdict: QuotationVerdict
    /// Whether its new anchor was written into the file.
    package let isFixed: Bool

    /// Makes an entry of its parts.
    package init(line: Int, quotation: CitedQuotation, verdict: QuotationVerdict, isFixed: Bool) {
      self.line = line
      self.quotation = quotation
      self.verdict = verdict
      self.isFixed = isFixed
    }
  }

  /// Something that is meant as an anchor or a selector and is none.
  package struct Trouble: Hashable, Sendable {
    /// The line of the file, counted from 1.
    package let line: Int
    /// What stands there.
    package let text: String
    /// What is wrong with it.
    package let reason: String

    /// Makes an entry of its parts.
    package init(line: Int, text: String, reason: String) {
      self.line = line
      self.text = text
      self.reason = reason
    }
  }

  /// The file as it was named; `-` is standard input.
  package let name: String
  /// In the order of the file.
  package let quotations: [Quotation]
  /// In the order of the file.
  package let troubles: [Trouble]
  /// Why the file could not be read; nil if it was.
  package let failure: PrintedFailure?

  /// Makes a report of its parts.
  package init(
    name: String,
    quotations: [Quotation] = [],
    troubles: [Trouble] = [],
    failure: PrintedFailure? = nil
  ) {
    self.name = name
    self.quotations = quotations
    self.troubles = troubles
    self.failure = failure
  }

  /// Whether there is nothing that anybody has to look at.
  package var isAllWell: Bool {
    failure == nil && troubles.isEmpty
      && quotations.allSatisfy { $0.verdict.state == .exact || $0.isFixed }
  }

  /// How many quotations are in which state, in the order of the states; none that no quotation is in.
  package var counts: [(state: QuotationState, count: Int)] {
    QuotationState.allCases.compactMap { state in
      let count = quotations.count { $0.verdict.state == state }
      return count == 0 ? nil : (state, count)
    }
  }
}

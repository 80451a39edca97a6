// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import Settings

/// A place that a user names by an anchor, or by the number of a hit of the last search.
struct HitChoice {
  /// The anchor as it was written.
  let written: String
  /// What it says.
  let anchor: CitationAnchor
  /// The index that it belongs to.
  let index: String

  /// Reads what was typed.
  init(_ typed: String, index options: IndexOptions) throws {
    if let number = Int(typed) {
      let last = LastSearch.last()
      guard let last else {
        throw Failure.usage(
          "there was no search yet whose hit \(number) could be",
          hint: "search first, or give an anchor"
        )
      }
      guard let anchor = last.anchors[number] else {
        let ranks = last.anchors.keys.sorted()
        let known = ranks.isEmpty ? "no hits" : "hits \(ranks[0]) to \(ranks[ranks.count - 1])"
        throw Failure.usage("the last search, '\(last.query)', printed \(known), no \(number)")
      }
      written = anchor
      index = options.isChosen ? try options.settings().indexPath : last.index
    } else {
      written = typed
      index = try options.settings().indexPath
    }
    do throws(AnchorFault) {
      anchor = try CitationAnchor(written)
    } catch {
      throw Failure.usage("'\(written)' is no anchor: \(error)", hint: error.advice)
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// The members of an object that may say something of a citation.
struct JSONMembers {
  /// What a name means; JSON-LD writes some of them in several ways.
  enum Name: Hashable {
    case anchor, citedDay, created, custom, digest, document, end, exact, fragmentValue, id,
      lookalike, note, passage, prefix, quotation, refinedBy, selector, source, start, suffix,
      target,
      text, type
  }

  private static let names: [[UInt8]: Name] = {
    let names: [String: Name] = [
      "anchor": .anchor, "cited": .citedDay, "created": .created, "custom": .custom,
      "digest": .digest, "document": .document, "end": .end, "exact": .exact,
      "value": .fragmentValue,
      "id": .id, "@id": .id, "lookalike": .lookalike, "note": .note, "passage": .passage,
      "prefix": .prefix, "quotation": .quotation, "refinedBy": .refinedBy, "selector": .selector,
      "selectors": .selector, "hasSelector": .selector, "source": .source, "hasSource": .source,
      "uri": .source, "start": .start, "suffix": .suffix, "target": .target, "hasTarget": .target,
      "text": .text, "type": .type, "@type": .type,
    ]
    var all = Dictionary(uniqueKeysWithValues: names.map { (Array($0.utf8), $1) })
    for (name, meaning) in names where !name.hasPrefix("@") {
      all[Array("oa:\(name)".utf8)] = meaning
      all[Array("http://www.w3.org/ns/oa#\(name)".utf8)] = meaning
    }
    return all
  }()

  private static let longestName = names.keys.map(\.count).max() ?? 0

  private var values: [Name: Int] = [:]

  /// Reads the members of the object at `index`; of several with one name the last counts.
  init(of index: Int, in json: borrowing FlatJSON) {
    var key = index + 1
    while key < json.next(index) {
      let name = json.bytes(key)
      if name.count <= Self.longestName, let meaning = Self.names[Array(name)] {
        values[meaning] = key + 1
      }
      key = json.next(key + 1)
    }
  }

  /// The value of a member; nil if there is none.
  subscript(name: Name) -> Int? { values[name] }
}

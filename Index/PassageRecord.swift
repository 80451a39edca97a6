// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel

/// A passage in the bytes that the engine stores with it.
enum PassageRecord {
  /// The bytes for a passage of a document in `language`; nil if that is not known.
  static func encode(_ passage: Passage, language: String?) -> [UInt8] {
    var record = RecordEncoder()
    record.append(passage.ordinal)
    record.append(passage.range.bytes)
    record.append(passage.range.characters)
    record.append(passage.range.utf16)
    record.append(passage.lines.lowerBound)
    record.append(passage.lines.upperBound)
    record.append(passage.headings) { $0.append($1) }
    record.append(passage.text)
    record.append(passage.sentences) { $0.append($1) }
    record.append(passage.markers) { record, marker in
      record.append(marker.label)
      record.append(marker.range)
    }
    record.append(passage.markup) { $0.append($1) }
    record.append(passage.prefix)
    record.append(passage.suffix)
    record.append(language)
    return record.bytes
  }

  static func decode(_ bytes: [UInt8]) throws(IndexError) -> (passage: Passage, language: String?) {
    var record = RecordDecoder(bytes)
    let passage = Passage(
      ordinal: try record.int(),
      range: TextRange(
        bytes: try record.range(),
        characters: try record.range(),
        utf16: try record.range()
      ),
      lines: try lines(&record),
      headings: try record.array { (record) throws(IndexError) in try record.string() },
      text: try record.string(),
      sentences: try record.array { (record) throws(IndexError) in try record.range() },
      markers: try record.array { (record) throws(IndexError) in
        CitationMarker(label: try record.string(), range: try record.range())
      },
      markup: try record.array { (record) throws(IndexError) in try record.range() },
      prefix: try record.string(),
      suffix: try record.string()
    )
    let language = try record.optionalString()
    try record.finish()
    try validate(passage, record)
    return (passage, language)
  }

  private static func lines(
    _ record: inout RecordDecoder
  ) throws(IndexError) -> ClosedRange<Int> {
    let first = try record.int()
    let last = try record.int()
    guard first <= last else { throw record.damage("holds lines that are none") }
    return first...last
  }

  /// Makes sure that what counts bytes of the text can be cut out of it.
  private static func validate(_ passage: Passage, _ record: RecordDecoder) throws(IndexError) {
    let text = 0...passage.text.utf8.count
    for range in passage.sentences + passage.markers.map(\.range) + passage.markup {
      guard text.contains(range.lowerBound), text.contains(range.upperBound) else {
        throw record.damage("names a place outside its text")
      }
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// What defines a numbered link in Markdown: `[7]: https://a.org "Title"`.
///
/// - SeeAlso: CommonMark 0.31.2, section 4.7.
struct LinkDefinition {
  let label: String
  /// The title if there is one, else the address.
  let text: Range<Int>
  let address: Range<Int>

  /// The definition of a link that stands in `line`, which may be two; nil if its label is no
  /// number.
  init?(_ line: Range<Int>, in utf8: [UInt8]) {
    let reader = EntryLabelReader(utf8: utf8)
    guard utf8[line.lowerBound] == Byte.openBracket, let label = reader.label(of: line),
      label.form == .bracketed, utf8[label.textStart - 1] == UInt8(ascii: ":")
    else { return nil }
    var address = utf8.trimmed(label.textStart..<line.upperBound)
    let end = utf8[address].firstIndex { $0 <= Byte.space } ?? line.upperBound
    let title = utf8.trimmed(end..<line.upperBound)
    address = address.lowerBound..<end
    guard !address.isEmpty else { return nil }
    if utf8[address.lowerBound] == UInt8(ascii: "<"), address.count > 2,
      utf8[end - 1] == UInt8(ascii: ">")
    {
      address = address.lowerBound + 1..<end - 1
    }
    self.label = label.text
    self.address = address
    if title.isEmpty {
      text = address
      return
    }
    let quotes: [UInt8: UInt8] = [
      UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "'"): UInt8(ascii: "'"),
      UInt8(ascii: "("): UInt8(ascii: ")"),
    ]
    guard title.count > 2, quotes[utf8[title.lowerBound]] == utf8[title.upperBound - 1] else {
      return nil
    }
    text = title.lowerBound + 1..<title.upperBound - 1
  }
}

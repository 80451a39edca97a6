// SPDX-License-Identifier: GPL-3.0-or-later

extension Tokenizer {
  /// Reads a field and its value; nil if there is none at `place`, which stays where it is.
  ///
  /// A field without a good value is read as plain words.
  mutating func readField() -> QueryNode? {
    guard let (field, valueStart) = fieldName() else { return nil }
    let nameStart = place
    place = valueStart
    if marks(at: place) != nil, partner(at: place) == nil {
      notes.add(.unpairedQuotationMark)
      place += 1
    }
    if let value = readValue(of: field) { return .field(field, value) }
    notes.add(.fieldValue(field))
    return .words(scalars.text(nameStart..<max(place, valueStart)))
  }

  /// A known name with a colon at `place`, and where its value would begin.
  private func fieldName() -> (QueryField, Int)? {
    var name = ""
    var index = place
    while let scalar = scalars[index], name.utf8.count < QueryField.longestName {
      guard scalar.isASCII, scalar.properties.isAlphabetic else { break }
      name.unicodeScalars.append(scalar)
      index += 1
    }
    guard scalars[index] == ":", let field = QueryField(written: name) else { return nil }
    return (field, index + 1)
  }

  /// Reads a value at `place`, and goes past it even if it is wrong.
  private mutating func readValue(of field: QueryField) -> FieldValue? {
    if let end = partner(at: place) {
      let inside = place + 1..<end
      let text = scalars.text(inside, within: place..<end + 1)
      place = end + 1
      return scalars[inside].holdsWord ? value(of: field, text) { .phrase(text) } : nil
    }
    guard scalars[place] != "(" else { return nil }
    let range = wordRange()
    guard scalars[range].holdsWord else { return nil }
    let text = scalars.text(range)
    return value(of: field, text) {
      guard let core = wildcard(in: range) else { return .text(text) }
      // What stands before a pattern is a part of it: `/notes/*`.
      return .wildcard(scalars.text(range.lowerBound..<core.upperBound))
    }
  }

  /// The value that `text` is, if the field has a form of its own for values, else that of `other`.
  private func value(
    of field: QueryField,
    _ text: QueryText,
    other: () -> FieldValue
  ) -> FieldValue? {
    switch field {
    case .modified: DateRange(written: text.text).map { .dates($0, text) }
    case .lang: Self.isLanguageCode(text.text) ? .text(text) : nil
    default: other()
    }
  }

  /// Two or three letters, and more behind hyphens, as in `zh-Hant`.
  private static func isLanguageCode(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return (2...3).contains(parts[0].count) && parts[0].allSatisfy(\.isASCIILetter)
      && parts.dropFirst().allSatisfy { part in
        (1...8).contains(part.count) && part.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
      }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

extension Tokenizer {
  /// The family of the quotation mark at `index`; nil if none stands there.
  func marks(at index: Int) -> QuotationMarks? {
    guard let scalar = scalars[index], let family = QuotationMarks(scalar) else { return nil }
    guard scalar == "\"", let before = scalars[index - 1] else { return family }
    let after = scalars[index + 1]
    // An inch, as in 5" pipe.
    if before.isDigit, after?.isOfWord != true { return nil }
    // A Hebrew abbreviation, as in צה"ל.
    if before.isHebrewLetter, after?.isHebrewLetter == true { return nil }
    return family
  }

  /// The place of the partner of the mark at `index`; nil if it has none.
  mutating func partner(at index: Int) -> Int? {
    guard let family = marks(at: index), let mark = scalars[index], family.canOpen(with: mark)
    else {
      return nil
    }
    if let known = foundPartner, known.of == index { return known.at }
    // What lies between partners is read no more, so only marks without one could make the same place
    // be looked at again and again.
    guard !unpaired.contains(family) else { return nil }
    let end = (index + 1..<scalars.count).first { place in
      scalars[place].map(family.canClose(with:)) ?? false
    }
    guard let end else {
      unpaired.insert(family)
      return nil
    }
    foundPartner = (of: index, at: end)
    return end
  }

  /// Whether the mark at `index` has a partner, and words stand between the two.
  mutating func isPhrase(at index: Int) -> Bool {
    guard let end = partner(at: index) else { return false }
    return scalars[index + 1..<end].holdsWord
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// A selector that says where in a text something stands.
///
/// - SeeAlso: Web Annotation Data Model (W3C Recommendation of 2017), section 4.2.
struct JSONSelector {
  private enum Kind { case quote, position, fragment }

  private let kind: Kind
  private let members: JSONMembers

  /// Takes the object at `index`; nil if it is no such selector.
  init?(_ index: Int, _ members: JSONMembers, _ json: borrowing FlatJSON) {
    self.members = members
    let types = members[.type].map { json.elements($0) } ?? []
    var known: Kind?
    for type in types {
      switch Self.localName(json.string(type) ?? "") {
      case "TextQuoteSelector": known = .quote
      case "TextPositionSelector": known = .position
      case "FragmentSelector": known = .fragment
      default: continue
      }
    }
    guard let kind = known else { return nil }
    self.kind = kind
  }

  /// A type without the name or address of what defines it.
  private static func localName(_ type: String) -> Substring {
    let start = type.lastIndex { $0 == ":" || $0 == "#" || $0 == "/" }
    return start.map { type[type.index(after: $0)...] } ?? type[...]
  }

  /// Adds what it says to a quotation.
  ///
  /// - Returns: what is wrong with it; nil if nothing is.
  func add(
    to draft: inout QuotationDraft,
    _ json: borrowing FlatJSON,
    spelling: FixPlace.Spelling
  ) -> String? {
    switch kind {
    case .quote:
      guard let exact = json.string(members[.exact]) else {
        return "the TextQuoteSelector has no string 'exact'"
      }
      draft.quotation.text = exact
      if let prefix = json.string(members[.prefix]) { draft.quotation.prefix = prefix }
      if let suffix = json.string(members[.suffix]) { draft.quotation.suffix = suffix }
      return nil
    case .position:
      guard let start = members[.start], let end = members[.end],
        let first = json.integer(start), let last = json.integer(end)
      else { return "the TextPositionSelector has no whole numbers 'start' and 'end'" }
      guard first >= 0, first <= last else {
        return "the TextPositionSelector ends at \(last), before it begins at \(first)"
      }
      draft.quotation.characters = first..<last
      for (kind, index) in [(FixPlace.Kind.start, start), (.end, end)] {
        draft.add(
          FixPlace(kind, range: json.range(index), text: json.written(index), spelling: .plain)
        )
      }
      return nil
    case .fragment: return addFragment(to: &draft, json, spelling: spelling)
    }
  }

  private func addFragment(
    to draft: inout QuotationDraft,
    _ json: borrowing FlatJSON,
    spelling: FixPlace.Spelling
  ) -> String? {
    guard let value = members[.fragmentValue], json.kind(value) == .string else {
      return "the FragmentSelector has no string 'value'"
    }
    let text = json.text(value, spelling: spelling)
    let range = text.trimmed
    let fragment = text.string(range)
    // Those of images and media are none of ours.
    guard ["char=", "line=", "page="].contains(where: fragment.hasPrefix) else { return nil }
    do throws(AnchorFault) {
      let anchor = try CitationAnchor("a/a#\(fragment)")
      if case .characters(let span) = anchor.position, let start = span.start, let end = span.end,
        draft.quotation.characters == nil
      {
        draft.quotation.characters = start..<end
      }
    } catch {
      return "the value of the FragmentSelector is no fragment: \(error.reason)"
    }
    draft.add(text.fix(.fragment, range))
    return nil
  }
}

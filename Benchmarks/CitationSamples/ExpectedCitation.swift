// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// What a citation has to say, whatever its format.
struct ExpectedCitation: Encodable {
  struct Entry: Encodable {
    let label: String
    let text: String
    let url: String?
    let doi: String?
    let item: String?
  }

  let text: String
  let prefix: String
  let suffix: String
  let anchor: String
  let digest: String?
  let day: String?
  let lookalike: Double?
  let folder: String
  let path: String
  let source: String
  let title: String?
  let authors: [String]
  let date: String?
  let headings: [String]
  let lines: [Int]
  let characters: [Int]
  let references: [Entry]

  init(_ sourced: SourcedQuotation) {
    let quotation = sourced.quotation
    text = quotation.text ?? ""
    prefix = quotation.prefix
    suffix = quotation.suffix
    anchor = quotation.anchor?.description ?? ""
    digest = quotation.digest
    day = quotation.day
    lookalike = quotation.lookalike
    folder = sourced.document.folder
    path = sourced.document.path.description
    source = sourced.document.uri
    title = sourced.document.title
    authors = sourced.document.authors
    date = sourced.date
    headings = sourced.headings
    lines = [sourced.lines.lowerBound, sourced.lines.upperBound]
    characters = [sourced.range.characters.lowerBound, sourced.range.characters.upperBound]
    references = sourced.citations.compactMap(\.reference).map {
      Entry(label: $0.label, text: $0.text, url: $0.url, doi: $0.doi, item: $0.item)
    }
  }
}

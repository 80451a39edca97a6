// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel
internal import QuoteMatching

/// A place in a document, as an anchor names it, whose checks hold.
struct CitedPlace {
  let document: OpenDocument
  let source: SourceDocument
  private let anchor: CitationAnchor
  private let passages: [StoredPassage]
  private let shelf: DocumentShelf

  /// Finds the place.
  ///
  /// - Throws: `SearchError` if the index has no such document, or another text than the anchor's.
  init(_ anchor: CitationAnchor, shelf: DocumentShelf) throws {
    let place = anchor.document
    let name = "\(anchor.folder)/\(anchor.path)"
    guard shelf.isKnown(folder: anchor.folder) else {
      throw Self.fault("the index holds no folder '\(anchor.folder)'")
    }
    guard let record = try shelf.document(at: place) else {
      let moved = try shelf.documents(movedFrom: place).first
      throw Self.fault(
        "the index holds no document '\(name)'"
          + (moved.map { ": it is '\($0.folder)/\($0.path)' now" } ?? "")
      )
    }
    if let failure = record.failure {
      throw Self.fault("'\(name)' could not be read: \(failure)")
    }
    guard let document = try shelf.open(record) else { throw Self.fault("'\(name)' has no text") }
    if let length = anchor.length, length != record.length.characters {
      throw Self.fault(
        "'\(name)' was edited since: its text has \(record.length.characters) characters, and"
          + " had \(length)"
      )
    }
    if let md5 = anchor.md5, md5 != record.md5 {
      throw Self.fault("'\(name)' was edited since: its MD5 is another")
    }
    self.document = document
    self.anchor = anchor
    self.shelf = shelf
    source = shelf.source(record)
    passages = try shelf.reader.passages(of: record.number)
  }

  /// The same, if they are not too many to be a quotation.
  func quotable(_ words: String?) throws -> Range<Int> {
    let bytes = try quoted(words)
    guard bytes.count <= CitedQuotation.largestLength else {
      throw SearchError(
        code: .tooLong,
        message: "\(bytes.count) bytes stand at '\(anchor)', and a quotation has"
          + " \(CitedQuotation.largestLength) at most"
      )
    }
    return bytes
  }

  private static func fault(_ message: String) -> SearchError {
    SearchError(code: .noSuchPassage, message: message)
  }

  /// Whether the document's file was changed or removed after it was indexed.
  var isBehind: Bool {
    shelf.filePath(of: document.record).map {
      FileWitness.testimony($0, on: document.record) == .behind
    } ?? false
  }

  /// The bytes of the document's text that are quoted, without blanks at their ends.
  ///
  /// - Parameter words: those of the words at the place that are quoted; nil for all of them.
  /// - Returns: bytes of the document's text.
  /// - Throws: `SearchError` if there is no such place, or the words do not stand there just once.
  func quoted(_ words: String?) throws -> Range<Int> {
    let whole = try place()
    guard let words else {
      guard anchor.position != nil else {
        throw Self.fault(
          "'\(anchor)' names a whole document: say where in it (#char=START,END), or with --quote"
            + " which words"
        )
      }
      let trimmed = document.text.utf8.trimmed(whole)
      guard !trimmed.isEmpty else { throw Self.fault("nothing stands at '\(anchor)'") }
      return trimmed
    }
    let places = document.compared.places(of: words).filter {
      whole.lowerBound <= $0.lowerBound && $0.upperBound <= whole.upperBound
    }
    guard places.count == 1, let only = places.first else {
      throw Self.fault(
        places.isEmpty
          ? "the words to be quoted do not stand at '\(anchor)': copy them as they are written there"
          : "the words to be quoted stand \(places.count) times at '\(anchor)': quote more of them"
      )
    }
    return only
  }

  private func place() throws -> Range<Int> {
    guard let position = anchor.position else { return 0..<document.text.utf8.count }
    do throws(AnchorFault) {
      return try position.bytes(in: document.text)
    } catch {
      throw Self.fault(
        "in '\(anchor.folder)/\(anchor.path)' there is no such place: \(error.reason)"
      )
    }
  }

  /// A quotation of this place with all that is known of its source.
  func sourced(_ quotation: CitedQuotation) throws -> SourcedQuotation {
    let bytes = quotation.anchor.flatMap(document.bytes) ?? 0..<0
    let (range, lines) = document.measure.measure(bytes)
    let touched = passages.filter { $0.passage.range.bytes.overlaps(bytes) }
    var sidecars = SidecarFinder(reader: shelf.reader)
    let lookup = ReferenceLookup(
      document.record.references,
      sidecars: try sidecars.sidecars(of: document.record)
    )
    let citations = touched.flatMap { stored in
      stored.passage.markers.map { $0.moved(by: stored.passage.range.bytes.lowerBound) }
    }.filter { bytes.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= bytes.upperBound }
      .map { lookup.citation($0.moved(by: -bytes.lowerBound)) }
    return SourcedQuotation(
      quotation: quotation,
      document: source,
      date: document.record.date,
      headings: headings(at: bytes),
      range: range,
      lines: lines,
      citations: citations
    )
  }

  /// The headings above the first passage that is touched, or else above the one that follows.
  private func headings(at bytes: Range<Int>) -> [String] {
    passages.first { $0.passage.range.bytes.upperBound > bytes.lowerBound }?.passage.headings ?? []
  }

  /// The bytes that are shown around a stretch of the text.
  func surroundings(_ bytes: Range<Int>, _ context: ShownContext) -> Range<Int> {
    switch context {
    case .section:
      let headings = headings(at: bytes)
      let first = passages.firstIndex { $0.passage.range.bytes.upperBound > bytes.lowerBound }
      guard let first else { return bytes }
      func isInSection(_ stored: StoredPassage) -> Bool {
        let here = stored.passage.headings
        return headings.isEmpty ? here.isEmpty : here.starts(with: headings)
      }
      let before = passages[...first].reversed().prefix(while: isInSection).last
      let behind = passages[first...].prefix(while: isInSection).last
      return min(
        before?.passage.range.bytes.lowerBound ?? bytes.lowerBound,
        bytes.lowerBound
      )..<max(behind?.passage.range.bytes.upperBound ?? bytes.upperBound, bytes.upperBound)
    case .sentences(let count):
      let sentences = passages.flatMap { stored in
        stored.passage.sentences.map { sentence in
          let start = stored.passage.range.bytes.lowerBound
          return start + sentence.lowerBound..<start + sentence.upperBound
        }
      }
      let before = sentences.filter { $0.lowerBound < bytes.lowerBound }.suffix(count).first
      let behind = sentences.filter { $0.upperBound > bytes.upperBound }.prefix(count).last
      return min(
        before?.lowerBound ?? bytes.lowerBound,
        bytes.lowerBound
      )..<max(behind?.upperBound ?? bytes.upperBound, bytes.upperBound)
    }
  }
}

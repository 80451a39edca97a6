// SPDX-License-Identifier: GPL-3.0-or-later

import DocumentReading
import Foundation
import PassageModel
import PassageSplitting
import ReadingInvariants
import Testing

/// Small documents, each with the truth beside it that a careful reader wrote down.
///
/// Tests/Corpus/SOURCES.md says what a truth file holds.
@Suite struct `The truth corpus` {
  @Test func `has at least 72 documents`() {
    #expect(TruthCorpus.names.count >= 72)
  }

  @Test(arguments: TruthCorpus.names)
  func `is read as a careful reader would`(_ name: String) throws {
    let truth = try TruthCorpus.truth(of: name)
    let bytes = try TruthCorpus.bytes(of: name)
    let mediaType = try DocumentReader.mediaType(of: RelativePath(name))
    do throws(ReadingError) {
      let document = try DocumentReader.read(bytes, as: mediaType)
      let passages = PassageSplitter().split(document)
      #expect(structuralFault(of: document) == nil, "\(name)")
      #expect(splittingFault(of: passages, in: document) == nil, "\(name)")
      expect(truth, facts(of: document, passages), name)
    } catch {
      if truth["refused"] == nil { Issue.record("\(name): refused: \(error.message)") }
      expect(truth, facts(of: error, truth), name)
    }
  }

  /// Records an issue for each key of `truth` of which the program says something else.
  private func expect(_ truth: [String: Fact], _ facts: [String: Fact], _ name: String) {
    for (key, expected) in truth.sorted(by: { $0.key < $1.key }) where facts[key] != expected {
      let difference =
        facts[key].map { expected.difference(to: $0) } ?? "expected \(expected), found nothing"
      Issue.record("\(name): \(key): \(difference)")
    }
  }

  /// What the program makes of a document, in the terms of the truth files.
  private func facts(of document: StructuredDocument, _ passages: [Passage]) -> [String: Fact] {
    let sentences = passages.flatMap(\.sentenceTexts)
    let entries = Dictionary(grouping: document.references) { Self.label($0.label) }
    let markers = passages.flatMap(\.markers).map { marker in
      let label = Self.label(marker.label)
      let matching = entries[label] ?? []
      return Fact.list([.text(label), Fact(matching.count == 1 ? matching.first?.text : nil)])
    }
    return [
      "title": Fact(document.title),
      "authors": .list(document.authors.map(Fact.text)),
      "language": Fact(document.language),
      "date": Fact(document.date),
      "encoding": .text(document.encoding),
      "replacedBytes": .number(document.replacedByteCount),
      "text": .text(document.text.string(in: 0..<document.text.utf8.count)),
      "headings": .list(document.headings.map { .list([.number($0.level), .text($0.text)]) }),
      "paths": .list(passages.map { .list($0.headings.map(Fact.text)) }),
      "sentences": .list(
        sentences.map { .text($0.split(whereSeparator: \.isWhitespace).joined(separator: " ")) }
      ),
      "markers": .list(markers),
      "references": .list(
        document.references.map {
          .list([.text(Self.label($0.label)), .text($0.text), Fact($0.url), Fact($0.doi)])
        }
      ),
      "passages": .list(passages.map { .text($0.text) }),
    ]
  }

  /// What is said of a file that is left alone; of the message only the beginning is in the truth.
  private func facts(of error: ReadingError, _ truth: [String: Fact]) -> [String: Fact] {
    var message = Fact.text(error.message)
    if case .text(let beginning) = truth["refused"], error.message.hasPrefix(beginning) {
      message = .text(beginning)
    }
    return ["refused": message, "code": .text("\(error.code)")]
  }

  /// The label of a footnote without the caret, which is punctuation as its brackets are.
  private static func label(_ label: String) -> String {
    label.hasPrefix("^") ? String(label.dropFirst()) : label
  }
}

/// The documents in `Tests/Corpus/cases` and their truth files.
private enum TruthCorpus {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Corpus/cases")
  private static let suffix = ".truth.json"

  /// The paths of the documents below the folder.
  ///
  /// A document without a truth and a truth without a document are among them: both fail.
  static let names: [String] = {
    let paths = FileManager.default.enumerator(atPath: folder.path)
    var names: Set<String> = []
    while let path = paths?.nextObject() as? String {
      if path.hasSuffix(suffix) {
        names.insert(String(path.dropLast(suffix.count)))
      } else if path.hasSuffix(".txt") || path.hasSuffix(".md") {
        names.insert(path)
      }
    }
    return names.sorted()
  }()

  static func bytes(of name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: folder.appending(path: name)))
  }

  static func truth(of name: String) throws -> [String: Fact] {
    let data = try Data(contentsOf: folder.appending(path: name + suffix))
    return try JSONDecoder().decode([String: Fact].self, from: data)
  }
}

/// A value of a truth file.
private enum Fact: Hashable, Decodable, CustomStringConvertible {
  case none
  case number(Int)
  case text(String)
  case list([Fact])

  init(_ text: String?) {
    self = text.map(Fact.text) ?? .none
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .none
    } else if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else {
      self = .list(try container.decode([Fact].self))
    }
  }

  var description: String {
    switch self {
    case .none: "null"
    case .number(let number): "\(number)"
    case .text(let text): text.debugDescription
    case .list(let facts): "[\(facts.map(\.description).joined(separator: ", "))]"
    }
  }

  /// What was expected and what was found; of lists only the items that differ, with their places.
  func difference(to found: Fact) -> String {
    guard case .list(let expectedFacts) = self, case .list(let foundFacts) = found else {
      return "expected \(self), found \(found)"
    }
    let lines = foundFacts.difference(from: expectedFacts).map { change in
      switch change {
      case .remove(let offset, let fact, _): (offset, "expected #\(offset + 1) \(fact)")
      case .insert(let offset, let fact, _): (offset, "found    #\(offset + 1) \(fact)")
      }
    }
    return lines.sorted { $0.0 < $1.0 }.map { "\n    " + $0.1 }.joined()
  }
}

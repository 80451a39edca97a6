// SPDX-License-Identifier: GPL-3.0-or-later

internal import DocumentReading
internal import Foundation
internal import PassageModel

/// Documents, questions, and where in the documents the answers stand.
struct QuestionSet {
  struct Document {
    let path: RelativePath
    let content: StructuredDocument
  }

  let documents: [Document]
  let questions: [Question]

  /// Reads `docs/`, `queries.tsv` (number, question) and `spans.tsv` (number, file, first character
  /// and the one behind the last) of the folder `path`.
  init(path: String) throws {
    let folder = URL(filePath: path)
    let docs = folder.appending(path: "docs")
    documents = try FileManager.default.contentsOfDirectory(atPath: docs.path).sorted().map {
      name in
      let bytes = Array(try Data(contentsOf: docs.appending(path: name)))
      let path = RelativePath(name)
      let mediaType = try DocumentReader.mediaType(of: path)
      return Document(path: path, content: try DocumentReader.read(bytes, as: mediaType))
    }
    var answers: [String: [String: Set<Int>]] = [:]
    for fields in try Self.lines(of: folder.appending(path: "spans.tsv")) {
      guard fields.count > 3, let start = Int(fields[2]), let end = Int(fields[3]) else {
        throw Malformed(line: fields.joined(separator: "\t"))
      }
      answers[fields[0], default: [:]][fields[1], default: []].formUnion(start..<end)
    }
    questions = try Self.lines(of: folder.appending(path: "queries.tsv")).map { fields in
      guard fields.count == 2, let answers = answers[fields[0]] else {
        throw Malformed(line: fields.joined(separator: "\t"))
      }
      return Question(text: fields[1], answers: answers)
    }
  }

  struct Malformed: Error {
    let line: String
  }

  private static func lines(of file: URL) throws -> [[String]] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}

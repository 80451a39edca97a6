// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IndexerService
import PassageIndex
import PassageModel
import TestSupport
import Testing

struct `Languages of documents` {
  private static let german = """
    Das Watt ist die Tankstelle auf dem ostatlantischen Zugweg. Zehn bis zwölf Millionen Vögel \
    rasten hier jedes Jahr zwischen ihren Brutgebieten in der Arktis und den Winterquartieren.

    """

  private func write(_ text: String, to name: String, in library: Library) throws {
    try Data(text.utf8).write(to: library.documents.appending(path: name))
  }

  private func languages(_ library: Library) throws -> [String: String?] {
    Dictionary(
      uniqueKeysWithValues: try library.records().map { ($0.path.description, $0.language) }
    )
  }

  @Test
  func `are what they say, else what their folder is said to hold, else what they look like`()
    async throws
  {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      try write(Self.german, to: "german.txt", in: library)
      try write("---\nlang: nl-BE\n---\n\n" + Self.german, to: "stated.md", in: library)
      try write("---\nlang: Deutsch\n---\n\n" + Self.german, to: "unreadable.md", in: library)
      try write("Kurz.\n", to: "short.txt", in: library)
      try await library.sync()
      #expect(
        try languages(library)
          == ["german.txt": "de", "stated.md": "nl", "unreadable.md": "de", "short.txt": nil]
      )
      try await library.sync(language: "fy")
      #expect(
        try languages(library)
          == ["german.txt": "fy", "stated.md": "nl", "unreadable.md": "fy", "short.txt": "fy"]
      )
    }
  }

  @Test
  func `a folder's language has read again what it touches, once, and nothing else`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      try write(Self.german, to: "german.txt", in: library)
      try write("---\nlang: nl\n---\n\n" + Self.german, to: "stated.md", in: library)
      try write("<p>No reader", to: "page.html", in: library)
      _ = try await library.syncUntilSettled()
      let changed = try await library.sync(language: "de")
      #expect(changed.filesRead == 1 && changed.updated == 1 && changed.unchanged == 2)
      let again = try await library.sync(language: "de")
      #expect(again.filesRead == 0 && again.unchanged == 3)
      let back = try await library.sync()
      #expect(back.filesRead == 1 && back.updated == 1)
    }
  }

  @Test
  func `a document that moves within a folder is not read for its language`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      try write(Self.german, to: "german.txt", in: library)
      _ = try await library.syncUntilSettled(language: "nds")
      try library.move("german.txt", to: "other.txt")
      let report = try await library.sync(language: "nds")
      #expect(report.moved == 1 && report.passagesWritten == 0)
      #expect(try languages(library) == ["other.txt": "nds"])
    }
  }
}

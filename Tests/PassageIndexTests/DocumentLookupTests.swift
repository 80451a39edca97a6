// SPDX-License-Identifier: GPL-3.0-or-later

import CXapianShim
import PassageModel
import TestSupport
import Testing

@testable import PassageIndex

private func place(_ path: String, in folder: String = "documents") -> DocumentPlace {
  DocumentPlace(folder: folder, path: RelativePath(path))
}

extension IndexReader {
  /// Asks in every way for what a walk over all records finds.
  fileprivate func expectSameAsWalk(_ places: [DocumentPlace], _ digests: [String]) throws {
    let all = try documents()
    for place in places {
      try #expect(document(at: place) == all.first { $0.place == place })
      try #expect(documents(formerlyAt: place) == all.filter { $0.formerPlaces.contains(place) })
    }
    for digest in digests {
      let (sha, md5) = ("sha256:\(digest)", digest)
      try #expect(documents(digest: sha) == all.filter { $0.digest == sha })
      try #expect(documents(md5: md5) == all.filter { $0.md5 == md5 })
    }
    #expect(try documents(digest: "").isEmpty && documents(md5: "").isEmpty)
  }
}

@Suite(.timeLimit(.minutes(5)))
struct `Document lookup` {
  @Test
  func `whatever happens to documents, they are found as by a walk over all records`()
    async throws
  {
    try await withIndexPath { path in
      var generator = SeededGenerator(seed: 5)
      // As long as the file system lets them be, and longer than any key of the engine.
      let long = String(repeating: "d/", count: 2_000)
      let paths = ["", "a", "b", "a/b", "a\u{0}b", "ü", "\(long)a", "\(long)b"]
      let places = paths.flatMap { [place($0), place($0, in: "other")] }
      let digests = ["1", "2", "3"]
      let writer = try IndexWriter(path: path)
      for _ in 0..<60 {
        for _ in 0..<10 {
          let number = DocumentNumber(.random(in: 1...12, using: &generator))
          var changed = try writer.document(number) ?? record(number)
          let digest = digests.randomElement(using: &generator) ?? ""
          switch Int.random(in: 0..<6, using: &generator) {
          case 0: try writer.remove(number)
          case 1...3:
            let place = places.randomElement(using: &generator) ?? place("")
            (changed.folder, changed.path) = (place.folder, place.path)
            try writer.update(changed)
          case 4:
            (changed.digest, changed.md5) = ("sha256:\(digest)", digest)
            try writer.replace(changed, texts: [digest])
          default:
            (changed.digest, changed.md5) = ("", "")
            try writer.replace(changed, texts: [])
          }
        }
        if Bool.random(using: &generator) { try writer.discardChanges() }
        try writer.commit()
      }
      try IndexReader(path: path).expectSameAsWalk(places, digests)
      let findings = try IndexCheck.run(path: path)
      #expect(findings.allSatisfy { $0.contains("both stand at") })
    }
  }

  @Test
  func `where a document was is kept, the newest last, and never where it is`() async throws {
    try await withIndexPath { path in
      let writer = try IndexWriter(path: path)
      let number = try writer.add("one", path: "0")
      func move(to path: String) throws -> [String] {
        var record = try #require(try writer.document(number))
        record.path = RelativePath(path)
        try writer.update(record)
        return try #require(try writer.document(number)).formerPlaces.map(\.path.description)
      }
      #expect(try move(to: "0") == [])
      #expect(try move(to: "1") == ["0"])
      #expect(try move(to: "2") == ["0", "1"])
      #expect(try move(to: "0") == ["1", "2"])
      #expect(try move(to: "1") == ["2", "0"])
      for other in 2...20 { _ = try move(to: "\(other)") }
      #expect(try move(to: "21") == (13...20).map { "\($0)" })
      // Made anew, as after an edit, by someone who knows of none.
      try writer.replace(record(number, "21"), texts: ["two"])
      #expect(try move(to: "21") == (13...20).map { "\($0)" })
      try writer.remove(number)
      try writer.update(record(number, "22"))
      #expect(try move(to: "22") == [])
    }
  }

  @Test
  func `two documents that change places are found at their new ones`() async throws {
    try await withIndexPath { path in
      let writer = try IndexWriter(path: path)
      let numbers = [try writer.add("one", path: "a"), try writer.add("two", path: "b")]
      try writer.commit()
      for (number, path) in zip(numbers, ["b", "a"]) {
        var record = try #require(try writer.document(number))
        record.path = RelativePath(path)
        try writer.update(record)
      }
      try writer.commit()
      let reader = try IndexReader(path: path)
      for (number, (old, new)) in zip(numbers, [("a", "b"), ("b", "a")]) {
        #expect(try reader.document(at: place(new))?.number == number)
        #expect(try reader.documents(formerlyAt: place(old)).map(\.number) == [number])
      }
      #expect(try IndexCheck.run(path: path) == [])
    }
  }

  @Test
  func `a rebuild keeps former places by place, and takes none from an older format`() async throws
  {
    try await withIndexPath { path in
      let writer = try IndexWriter(path: path)
      let number = try writer.add("one", path: "a")
      var record = try #require(try writer.document(number))
      record.path = RelativePath("b")
      try writer.update(record)
      try writer.beginGeneration()
      let (kept, other) = (try writer.add("one", path: "b"), try writer.add("two", path: "a"))
      #expect(try writer.document(kept)?.formerPlaces == [place("a")])
      #expect(try writer.document(other)?.formerPlaces == [])
      try writer.publishGeneration()
      #expect(try IndexCheck.run(path: path) == [])
      let late = try writer.add("late", path: "b")
      #expect(try writer.document(late)?.formerPlaces == [])
      try writer.close()
      try withRawWriter(of: path, generation: "generation-000002") { writer in
        xsh_writer_set_metadata(writer, "format", 6, "3", 1, nil)
      }
      let rebuilding = try IndexWriter(path: path, opening: .rebuilding)
      #expect(try rebuilding.document(rebuilding.add("one", path: "b"))?.formerPlaces == [])
    }
  }
}

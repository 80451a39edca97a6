// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// A document of which a sentence is cited.
private let marmots = """
  Marmots

  The marmot is a large ground squirrel. It lives in burrows on high meadows.

  Most marmots whistle when an eagle circles above the meadow, and all of them hide.[1] A family
  sleeps through the winter for up to 200 days.

  References

  [1] Barash, David P. (1989). Marmots. Stanford University Press.

  """

private let sentence = "Most marmots whistle when an eagle circles above the meadow"

@Suite struct `Citing and verifying` {
  private func withMarmots(_ body: (Desk) async throws -> Void) async throws {
    try await Desk.with { desk in
      try desk.write(marmots, to: "marmots.txt")
      try desk.write("Harbours silt up unless they are dredged, eagle or not.\n", to: "c.txt")
      try await desk.sync()
      try await body(desk)
    }
  }

  /// The verdicts on a text, by their states.
  private func states(_ desk: Desk, _ file: URL) async throws -> [String] {
    let run = try await desk.client.run("verify", "--json", file.path)
    let answer = try #require(try run.objects().first)
    let files = try #require(answer["files"] as? [[String: Any]])
    let quotations = files.flatMap { $0["quotations"] as? [[String: Any]] ?? [] }
    return quotations.compactMap { $0["state"] as? String }
  }

  /// Cites the sentence in all formats that are read back, each in a file of its own.
  private func cite(_ desk: Desk) async throws -> [URL] {
    _ = try await desk.client.run("whistle")
    var files: [URL] = []
    for (format, name) in [
      ("markdown", "a.md"), ("text", "b.txt"), ("html", "c.html"), ("w3c", "d.json"),
      ("csl-json", "e.json"),
    ] {
      let run = try await desk.client.run("cite", "1", "--as", format, "--quote", sentence)
      #expect(run.status == 0, "\(format): \(run.errors)")
      let file = desk.root.appending(path: name)
      try run.output.write(to: file, atomically: true, encoding: .utf8)
      files.append(file)
    }
    return files
  }

  @Test func `a quotation is exact in every format`() async throws {
    try await withMarmots { desk in
      for file in try await cite(desk) {
        #expect(try await states(desk, file) == ["exact"], "\(file.lastPathComponent)")
        #expect(try await desk.client.run("verify", file.path).status == 0)
      }
    }
  }

  @Test func `one that moved is told, and its anchor is written anew`() async throws {
    try await withMarmots { desk in
      let files = try await cite(desk)
      try desk.write("A preface, which is new.\n\n" + marmots, to: "marmots.txt")
      try await desk.sync()
      for file in files {
        #expect(try await states(desk, file) == ["moved"], "\(file.lastPathComponent)")
        #expect(try await desk.client.run("verify", file.path).status == 1)
        let before = try String(contentsOf: file, encoding: .utf8)
        let fixed = try await desk.client.run("verify", "--fix", file.path)
        #expect(fixed.status == 0, "\(file.lastPathComponent): \(fixed.errors)")
        #expect(try String(contentsOf: file, encoding: .utf8) != before)
        #expect(try await states(desk, file) == ["exact"], "\(file.lastPathComponent)")
      }
    }
  }

  @Test func `one that was edited is told with the words that differ`() async throws {
    try await withMarmots { desk in
      let files = try await cite(desk)
      let edited = marmots.replacing("an eagle circles", with: "an eagle soars")
      try desk.write(edited, to: "marmots.txt")
      try await desk.sync()
      for file in files {
        #expect(try await states(desk, file) == ["changed"], "\(file.lastPathComponent)")
      }
      let run = try await desk.client.run("verify", files[0].path)
      #expect(run.status == 1)
      #expect(run.output.contains("[-circles-] {+soars+}"))
      // What was changed is the reader's to judge.
      let before = try Data(contentsOf: files[0])
      _ = try await desk.client.run("verify", "--fix", files[0].path)
      #expect(try Data(contentsOf: files[0]) == before)
    }
  }

  /// Edits the document, while the file that was cited lies beside it.
  private func editBesideCopy(_ desk: Desk) async throws {
    try desk.write(marmots, to: "as-it-was.txt")
    try desk.write(marmots.replacing("an eagle circles", with: "an eagle soars"), to: "marmots.txt")
    try await desk.sync()
  }

  @Test func `one that was edited is in doubt where the file that was cited lies elsewhere`()
    async throws
  {
    try await withMarmots { desk in
      let files = try await cite(desk)
      try await editBesideCopy(desk)
      #expect(try await states(desk, files[0]) == ["ambiguous"])
      let run = try await desk.client.run("verify", files[0].path)
      #expect(run.output.contains("papers/as-it-was.txt#char="))
      #expect(run.output.contains("papers/marmots.txt#char="))
    }
  }

  @Test func `a file that was written after the day of the citation is a copy, not what moved`()
    async throws
  {
    try await withMarmots { desk in
      let files = try await cite(desk)
      try await editBesideCopy(desk)
      let text = try String(contentsOf: files[0], encoding: .utf8)
      let longAgo = text.replacing(/cited \d{4}-\d\d-\d\d/, with: "cited 2001-01-01")
      try longAgo.write(to: files[0], atomically: true, encoding: .utf8)
      #expect(try await states(desk, files[0]) == ["changed"])
    }
  }

  @Test func `one whose document stands edited elsewhere is in doubt where its words stand twice`()
    async throws
  {
    try await withMarmots { desk in
      let files = try await cite(desk)
      let manager = FileManager.default
      let (old, new) = (
        desk.documents.appending(path: "marmots.txt"), desk.documents.appending(path: "animals.txt")
      )
      try manager.moveItem(at: old, to: new)
      try await desk.sync()
      try desk.write(
        marmots.replacing("an eagle circles", with: "an eagle soars"),
        to: "animals.txt"
      )
      try desk.write(marmots + marmots, to: "marmots.txt")
      try await desk.sync()
      #expect(try await states(desk, files[0]) == ["ambiguous"])
    }
  }

  @Test
  func `one is in doubt where its document moved away, and a copy with a preface took its name`()
    async throws
  {
    try await withMarmots { desk in
      let files = try await cite(desk)
      try FileManager.default.moveItem(
        at: desk.documents.appending(path: "marmots.txt"),
        to: desk.documents.appending(path: "animals.txt")
      )
      try await desk.sync()
      try desk.write(marmots + "They are shy.\n", to: "animals.txt")
      try desk.write("A preface.\n\n" + marmots, to: "marmots.txt")
      try await desk.sync()
      #expect(try await states(desk, files[0]) == ["ambiguous"])
    }
  }

  @Test func `words of a form are in doubt where their document moved and was edited`()
    async throws
  {
    try await withMarmots { desk in
      try desk.write(marmots.replacing("Barash", with: "Armitage"), to: "form.txt")
      try await desk.sync()
      _ = try await desk.client.run("whistle")
      let run = try await desk.client.run("cite", "1", "--quote", sentence)
      let file = desk.root.appending(path: "notes.md")
      // The other document has stood there since long before.
      let later = run.output.replacing(/cited \d{4}-\d\d-\d\d/, with: "cited 2999-01-01")
      try later.write(to: file, atomically: true, encoding: .utf8)
      let name = run.output.contains("form.txt#") ? "form.txt" : "marmots.txt"
      try FileManager.default.moveItem(
        at: desk.documents.appending(path: name),
        to: desk.documents.appending(path: "animals.txt")
      )
      try await desk.sync()
      #expect(try await states(desk, file) == ["moved"])
      let moved = desk.documents.appending(path: "animals.txt")
      let text = try String(contentsOf: moved, encoding: .utf8)
      try desk.write(text + "They are shy.\n", to: "animals.txt")
      try await desk.sync()
      #expect(try await states(desk, file) == ["ambiguous"])
    }
  }

  @Test func `one that was put elsewhere is in doubt where another document holds it, too`()
    async throws
  {
    try await withMarmots { desk in
      let files = try await cite(desk)
      let around = "\(sentence), and all of them hide.[1] A family"
      let elsewhere =
        marmots.replacing(around, with: "A family") + "\nIndeed: \(sentence). So be it.\n"
      try desk.write(elsewhere, to: "marmots.txt")
      try await desk.sync()
      #expect(try await states(desk, files[0]) == ["moved"])
      try desk.write(marmots + "\nAnother edition.\n", to: "edition.txt")
      try await desk.sync()
      #expect(try await states(desk, files[0]) == ["ambiguous"])
      // Between just what surrounded it, it is the one that was cited.
      try desk.write("A preface, which is new.\n\n" + marmots, to: "marmots.txt")
      try await desk.sync()
      #expect(try await states(desk, files[0]) == ["moved"])
    }
  }

  @Test func `one is in doubt where its document was edited, and another quotes it in its place`()
    async throws
  {
    try await withMarmots { desk in
      let files = try await cite(desk)
      let manager = FileManager.default
      try manager.moveItem(
        at: desk.documents.appending(path: "marmots.txt"),
        to: desk.documents.appending(path: "animals.txt")
      )
      try await desk.sync()
      try desk.write(
        marmots.replacing("an eagle circles", with: "an eagle soars"),
        to: "animals.txt"
      )
      try desk.write("A review. “\(sentence)”, it says, and errs.\n", to: "marmots.txt")
      try await desk.sync()
      #expect(try await states(desk, files[0]) == ["ambiguous"])
      let run = try await desk.client.run("verify", files[0].path)
      #expect(run.output.contains("papers/animals.txt#char="))
      #expect(run.output.contains("papers/marmots.txt#char="))
    }
  }

  @Test
  func `one of a form is in doubt where its document may have moved away, and a new one come`()
    async throws
  {
    try await withMarmots { desk in
      let form = marmots.replacing("200 days", with: "150 days")
      try desk.write(form, to: "other.txt")
      try await desk.sync()
      let cited = try await desk.client.run("cite", "papers/marmots.txt", "--quote", sentence)
      #expect(cited.status == 0, "\(cited.errors)")
      let notes = desk.root.appending(path: "form.md")
      try cited.output.write(to: notes, atomically: true, encoding: .utf8)
      try desk.write("A preface, which is new.\n\n" + marmots, to: "marmots.txt")
      try await desk.sync()
      // Which of both is the one that was cited, nothing tells.
      #expect(try await states(desk, notes) == ["ambiguous"])
      // If the other one has stood there since before, it is not the one that was cited.
      let later = try String(contentsOf: notes, encoding: .utf8)
        .replacing(/cited \d+-\d+-\d+/, with: "cited 2199-01-01")
      try later.write(to: notes, atomically: true, encoding: .utf8)
      #expect(try await states(desk, notes) == ["moved"])
    }
  }

  @Test func `a twin between the same words is in doubt where another document has the original`()
    async throws
  {
    try await withMarmots { desk in
      let files = try await cite(desk)
      let twin = """

        Elsewhere. It lives in burrows on high meadows.

        \(sentence), and all of them hide.[1] A family of stones does not.

        """
      let edited = marmots.replacing("an eagle circles", with: "an eagle soars")
      try desk.write(edited + twin, to: "marmots.txt")
      try await desk.sync()
      #expect(try await states(desk, files[0]) == ["moved"])
      try desk.write("Another edition.\n\n" + marmots, to: "edition.txt")
      try await desk.sync()
      #expect(try await states(desk, files[0]) == ["ambiguous"])
    }
  }

  @Test func `an edit is in doubt where something liker stands in another document`() async throws {
    try await withMarmots { desk in
      let files = try await cite(desk)
      let edited = marmots.replacing(
        "an eagle circles above the",
        with: "an eagle soars near their"
      )
      try desk.write(edited, to: "marmots.txt")
      try await desk.sync()
      #expect(try await states(desk, files[0]) == ["changed"])
      let liker = marmots.replacing("an eagle circles", with: "an eagle soars")
      try desk.write("Another edition.\n\n" + liker, to: "edition.txt")
      try await desk.sync()
      #expect(try await states(desk, files[0]) == ["ambiguous"])
    }
  }

  @Test func `one that stands once in a document and twice in another is in doubt`() async throws {
    try await withMarmots { desk in
      let files = try await cite(desk)
      try FileManager.default.removeItem(at: desk.documents.appending(path: "marmots.txt"))
      try desk.write("They say: \(sentence). So be it.\n", to: "once.txt")
      try await desk.sync()
      #expect(try await states(desk, files[0]) == ["moved"])
      try desk.write(marmots + "\n\n" + marmots, to: "twice.txt")
      try await desk.sync()
      #expect(try await states(desk, files[0]) == ["ambiguous"])
    }
  }

  @Test func `where one may be in a document that was just changed, nothing is said`() async throws
  {
    try await withMarmots { desk in
      let files = try await cite(desk)
      try FileManager.default.removeItem(at: desk.documents.appending(path: "marmots.txt"))
      try desk.write("Quoted: \(marmots)", to: "b.txt")
      try desk.write("Also quoted: \(marmots)", to: "d.txt")
      try await desk.sync()
      #expect(try await states(desk, files[0]) == ["ambiguous"])
      try desk.write("Something else stands here now.\n", to: "d.txt")
      #expect(try await states(desk, files[0]) == ["unverifiable"])
    }
  }

  @Test func `notes that are indexed are not taken for the source of what they quote`() async throws
  {
    try await withMarmots { desk in
      let files = try await cite(desk)
      let notes = desk.documents.appending(path: "notes.md")
      try FileManager.default.copyItem(at: files[0], to: notes)
      let edited = marmots.replacing("an eagle circles", with: "an eagle soars")
      try desk.write(edited, to: "marmots.txt")
      try await desk.sync()
      #expect(try await states(desk, notes) == ["changed"])
      // Whoever else quotes it may be the source.
      #expect(try await states(desk, files[0]) == ["ambiguous"])
    }
  }

  @Test func `what is but like one in a document that it never was in is no proof`() async throws {
    try await withMarmots { desk in
      let files = try await cite(desk)
      try FileManager.default.removeItem(at: desk.documents.appending(path: "marmots.txt"))
      let edited = marmots.replacing("an eagle circles", with: "an eagle soars")
      try desk.write("Quoted from a book:\n\n" + edited, to: "other.txt")
      try await desk.sync()
      #expect(try await states(desk, files[0]) == ["ambiguous"])
      try desk.write("Quoted from a book:\n\n" + marmots, to: "other.txt")
      try await desk.sync()
      #expect(try await states(desk, files[0]) == ["moved"])
    }
  }

  @Test func `one whose sentence is gone is orphaned, and so it is if its document is`()
    async throws
  {
    try await withMarmots { desk in
      let files = try await cite(desk)
      let cut =
        "Most marmots whistle when an eagle circles above the meadow, and all of them hide.[1]"
      try desk.write(marmots.replacing(cut, with: ""), to: "marmots.txt")
      try await desk.sync()
      #expect(try await states(desk, files[0]) == ["orphaned"])
      try FileManager.default.removeItem(at: desk.documents.appending(path: "marmots.txt"))
      try await desk.sync()
      for file in files { #expect(try await states(desk, file) == ["orphaned"]) }
    }
  }

  @Test func `one whose document was renamed and edited, and the index rebuilt, moved`()
    async throws
  {
    try await withMarmots { desk in
      let files = try await cite(desk)
      let manager = FileManager.default
      try manager.createDirectory(
        at: desk.documents.appending(path: "animals"),
        withIntermediateDirectories: true
      )
      try manager.moveItem(
        at: desk.documents.appending(path: "marmots.txt"),
        to: desk.documents.appending(path: "animals/squirrels.txt")
      )
      try await desk.sync()
      for file in files { #expect(try await states(desk, file) == ["moved"]) }
      try desk.write("A preface.\n\n" + marmots, to: "animals/squirrels.txt")
      try await desk.sync()
      let rebuilt = try await desk.daemon.run("rebuild", "--documents", desk.documents.path)
      #expect(rebuilt.status == 0, "\(rebuilt.errors)")
      for file in files {
        #expect(try await states(desk, file) == ["moved"], "\(file.lastPathComponent)")
      }
      let fixed = try await desk.client.run("verify", "--fix", files[0].path)
      #expect(fixed.status == 0, "\(fixed.errors)")
      let text = try String(contentsOf: files[0], encoding: .utf8)
      #expect(text.contains("papers/animals/squirrels.txt#char="))
    }
  }

  @Test func `a file that was changed after it was indexed proves nothing`() async throws {
    try await withMarmots { desk in
      let file = try await cite(desk)[0]
      try desk.write(marmots + "More.\n", to: "marmots.txt")
      let run = try await desk.client.run("verify", file.path)
      #expect(run.status == 1)
      #expect(run.output.contains("unverifiable"))
      #expect(run.output.contains("splitsearchd --once"))
      let shown = try await desk.client.run("show", "papers/marmots.txt#line=4,6")
      #expect(shown.errors.contains("changed after it was indexed"))
      let cited = try await desk.client.run("cite", "papers/marmots.txt#line=4,6")
      #expect(cited.status == 2)
      #expect(cited.output.isEmpty)
    }
  }

  @Test func `a document that was renamed and is behind the index proves nothing`() async throws {
    try await withMarmots { desk in
      let files = try await cite(desk)
      let manager = FileManager.default
      let renamed = desk.documents.appending(path: "squirrels.txt")
      try manager.moveItem(at: desk.documents.appending(path: "marmots.txt"), to: renamed)
      try await desk.sync()
      try desk.write(marmots + "More.\n", to: "squirrels.txt")
      #expect(try await states(desk, files[0]) == ["unverifiable"])
      try await desk.sync()
      #expect(try await states(desk, files[0]) == ["moved"])
    }
  }

  @Test func `a selector that names no place is exact while its words stand in its document`()
    async throws
  {
    try await withMarmots { desk in
      let source = desk.documents.appending(path: "marmots.txt").absoluteString
      let selector = """
        {"source": "\(source)", "selector": {"type": "TextQuoteSelector", "exact": "\(sentence)",
        "prefix": "high meadows.\\n\\n", "suffix": ", and all of them hide."}}
        """
      let file = desk.root.appending(path: "selector.json")
      try selector.write(to: file, atomically: true, encoding: .utf8)
      #expect(try await states(desk, file) == ["exact"])
      // Where the document is another there is nothing in it that could be written anew.
      try FileManager.default.moveItem(
        at: desk.documents.appending(path: "marmots.txt"),
        to: desk.documents.appending(path: "squirrels.txt")
      )
      try await desk.sync()
      let run = try await desk.client.run("verify", "--fix", file.path)
      #expect(run.status == 1)
      #expect(run.output.contains("moved") && !run.output.contains("fixed"))
    }
  }

  @Test func `of long surroundings the nearest thousand characters count`() async throws {
    try await withMarmots { desk in
      let prefix = (0..<200).map { "Before, \($0). " }.joined()
      let suffix = (0..<200).map { " Behind, \($0)." }.joined()
      let gone = String(repeating: " It is gone. ", count: 200)
      try desk.write("Once. \(prefix)\(sentence).\(suffix) Twice.\n", to: "long.txt")
      try await desk.sync()
      let selector = """
        {"source": "\(desk.documents.appending(path: "long.txt").absoluteString)",
        "selector": {"type": "TextQuoteSelector", "exact": "\(sentence)",
        "prefix": "\(gone + prefix)", "suffix": ".\(suffix + gone)"}}
        """
      let file = desk.root.appending(path: "selector.json")
      try selector.write(to: file, atomically: true, encoding: .utf8)
      #expect(try await states(desk, file) == ["exact"])
    }
  }

  @Test func `a quotation of whole lines is exact`() async throws {
    try await withMarmots { desk in
      let text = "“It lives here.”\n— Lines\npapers/lines.txt#line=1,2\n"
      try desk.write("First.\nIt lives here.\nLast.\n", to: "lines.txt")
      try await desk.sync()
      let file = desk.root.appending(path: "lines.txt")
      try text.write(to: file, atomically: true, encoding: .utf8)
      #expect(try await states(desk, file) == ["exact"])
    }
  }

  @Test func `a file of another century is indexed and cited`() async throws {
    try await withMarmots { desk in
      let file = desk.documents.appending(path: "marmots.txt")
      let moment = Date(timeIntervalSince1970: 10_413_792_000)
      try FileManager.default.setAttributes([.modificationDate: moment], ofItemAtPath: file.path)
      try await desk.sync()
      let files = try await cite(desk)
      #expect(try await states(desk, files[0]) == ["exact"])
    }
  }

  @Test func `citations that are written one behind the other are two`() async throws {
    try await withMarmots { desk in
      for (format, name) in [("markdown", "a.md"), ("text", "a.txt"), ("html", "a.html")] {
        var text = ""
        for words in [sentence, "The marmot is a large ground squirrel."] {
          let place = "papers/marmots.txt"
          text += try await desk.client.run("cite", place, "--as", format, "--quote", words).output
        }
        let file = desk.root.appending(path: name)
        try text.write(to: file, atomically: true, encoding: .utf8)
        #expect(try await states(desk, file) == ["exact", "exact"], "\(format)")
      }
    }
  }

  @Test func `references are written down, too`() async throws {
    try await withMarmots { desk in
      _ = try await desk.client.run("whistle")
      let run = try await desk.client.run("cite", "1", "--references")
      #expect(run.output.contains("Barash, David P. (1989)"))
    }
  }

  @Test func `anchors that stand alone are judged by their checks`() async throws {
    try await withMarmots { desk in
      let search = try await desk.client.run("whistle")
      let weak = try #require(
        search.output.split(separator: "\n").first { $0.contains("#char=") }
      ).drop { $0 == " " }
      let cited = try await desk.client.run("cite", "1", "--as", "text", "--quote", sentence)
      let strong = try #require(
        cited.output.split(separator: "\n").first { $0.hasPrefix("papers/") }
      )
      let bare = strong.prefix { $0 != "~" }.dropLast()
      let notes = desk.root.appending(path: "notes.txt")
      let text = "See \(weak) and\n\n\(bare)\n\nand\n\n\(strong)\n"
      try text.write(to: notes, atomically: true, encoding: .utf8)
      #expect(try await states(desk, notes) == ["unverifiable", "exact", "exact"])
      try desk.write("New. " + marmots, to: "marmots.txt")
      try await desk.sync()
      #expect(
        try await states(desk, notes) == ["unverifiable", "unverifiable", "moved"]
      )
    }
  }

  @Test(arguments: [
    ("papers/marmots.txt#char=5,", 0), ("papers/marmots.txt#line=0,3", 0),
    ("papers/marmots.txt#char=5,9000", 2), ("papers/marmots.txt#char=1,9;length=12,UTF-8", 2),
    ("papers/marmots.txt#char=1,9;md5=00000000000000000000000000000000", 2),
    ("papers/marmots.txt", 2), ("papers/no.txt#char=1,9", 2), ("maps/marmots.txt#char=1,9", 2),
    ("papers/marmots.txt#page=1", 2), ("papers/marmots.txt#char=9,1", 64),
    ("papers/marmots.txt#char=", 64), ("papers/marmots%2.txt#char=1,9", 64),
    ("papers/marmots.txt#char=1,9;length=", 64), ("file:///papers/marmots.txt#char=1,9", 64),
  ])
  func `show and cite say what is wrong with a place`(anchor: String, status: Int32) async throws {
    try await withMarmots { desk in
      for command in ["show", "cite"] {
        let run = try await desk.client.run(command, anchor)
        #expect(run.status == status, "\(command): \(run.errors)")
        #expect(run.errors.isEmpty == (status == 0))
        #expect(run.errors.filter { $0 == "\n" }.count <= 1)
      }
    }
  }

  @Test func `first and last words prove nothing of those between them`() async throws {
    try await withMarmots { desk in
      let start = try #require(marmots.range(of: sentence)?.lowerBound)
      let offset = marmots.unicodeScalars.distance(from: marmots.startIndex, to: start)
      let place = "papers/marmots.txt#char=\(offset),\(offset + sentence.count)"
      let notes = desk.root.appending(path: "notes.txt")
      try "\(place):~:text=Most%20marmots,the%20meadow\n"
        .write(to: notes, atomically: true, encoding: .utf8)
      #expect(try await states(desk, notes) == ["unverifiable"])
      #expect(try await desk.client.run("verify", notes.path).output.contains("between"))
    }
  }

  @Test func `words that are not there, or twice, are not cited`() async throws {
    try await withMarmots { desk in
      let place = "papers/marmots.txt"
      let absent = try await desk.client.run("cite", place, "--quote", "Most badgers whistle")
      #expect(absent.status == 2)
      #expect(absent.errors.contains("do not stand at"))
      let twice = try await desk.client.run("cite", place, "--quote", "the")
      #expect(twice.status == 2)
      #expect(twice.errors.contains("2 times"))
    }
  }

  @Test func `a part of a word is not cited`() async throws {
    try await withMarmots { desk in
      let run = try await desk.client.run(
        "cite",
        "papers/marmots.txt",
        "--quote",
        "whistle when an eag"
      )
      #expect(run.status == 2)
      #expect(run.errors.contains("copy them as they are written there"))
    }
  }

  @Test func `what is too long for a quotation is neither cited nor compared`() async throws {
    try await Desk.with { desk in
      let line = "A long story that never comes to its end, whoever tells it.\n"
      let story = String(repeating: line, count: 1_200)
      try desk.write(story, to: "story.txt")
      try await desk.sync()
      let run = try await desk.client.run("cite", "papers/story.txt#char=0,65540")
      #expect(run.status == 2)
      #expect(run.errors.contains("cite a part of it") && !run.errors.contains("search for"))
      let notes = desk.root.appending(path: "notes.md")
      let quoted = story.split(separator: "\n").map { "> \($0)" }.joined(separator: "\n")
      let text = "\(quoted)\n>\n> [story](papers/story.txt#char=0,70000)\n"
      try text.write(to: notes, atomically: true, encoding: .utf8)
      #expect(try await states(desk, notes) == ["unverifiable"])
      // To read so much is nobody's trouble.
      #expect(try await desk.client.run("show", "papers/story.txt#char=0,65540").status == 0)
    }
  }

  @Test func `show marks the passage in its context`() async throws {
    try await withMarmots { desk in
      let place = "papers/marmots.txt#line=4,6"
      let run = try await desk.client.run("show", place, "--context", "1")
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("┃ Most marmots whistle"))
      #expect(run.output.contains("  It lives in burrows on high meadows."))
      #expect(!run.output.contains("large ground squirrel"))
      #expect(run.output.contains("[1] Barash"))
      let section = try await desk.client.run("show", place, "--section", "--json")
      let object = try #require(try section.objects().first)
      #expect((object["before"] as? String)?.contains("large ground squirrel") == true)
    }
  }

  @Test func `show of a section has what stands under the headings below it, too`() async throws {
    try await withMarmots { desk in
      let text = """
        # Split

        ## Ideology

        It began.

        ### Origins

        Before.

        ## Thaw

        It ended.

        """
      try desk.write(text, to: "split.md")
      try await desk.sync()
      let run = try await desk.client.run("show", "papers/split.md#line=4,5", "--section")
      #expect(run.output.contains("Before.") && !run.output.contains("It ended."))
    }
  }

  @Test func `show opens the file at its line`() async throws {
    try await withMarmots { desk in
      var own = desk
      own.environment["EDITOR"] = "echo edit"
      let run = try await own.client.run("show", "papers/marmots.txt#line=4,5", "--open")
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output == "edit +5 \(desk.documents.path)/marmots.txt\n")
    }
  }

  @Test func `files that cannot be read are named, and the others verified`() async throws {
    try await withMarmots { desk in
      let file = try await cite(desk)[0]
      let broken = desk.root.appending(path: "broken.json")
      try "{\"selector\": ".write(to: broken, atomically: true, encoding: .utf8)
      let run = try await desk.client.run("verify", "absent.md", broken.path, file.path)
      #expect(run.status == 2)
      #expect(run.errors.contains("absent.md: cannot be read"))
      #expect(run.errors.contains("broken.json:1:"))
      #expect(run.output.contains("exact"))
    }
  }

  @Test func `a broken anchor is named with its line`() async throws {
    try await withMarmots { desk in
      let notes = desk.root.appending(path: "notes.md")
      try "One.\n\nSee papers/marmots.txt#char=12, for this; and papers/a.txt#char=9,1 too.\n"
        .write(to: notes, atomically: true, encoding: .utf8)
      let run = try await desk.client.run("verify", notes.path)
      #expect(run.status == 1)
      #expect(run.output.contains("notes.md:3: broken"))
    }
  }
}

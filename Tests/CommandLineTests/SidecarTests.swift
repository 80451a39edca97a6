// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Files of references beside documents, from file to answer.
@Suite(.timeLimit(.minutes(5)))
struct `Sidecars of documents` {
  private static let bibliography = """
    @book{2, author={L{\\"u}thi, Lorenz M.}, title={The Sino-Soviet Split}, year=2008,
      publisher={Princeton University Press}, isbn={978-0-691-13590-8}}
    @article{9, author={Radchenko, Sergey}, title={Two Suns}, doi={10.1000/9}}
    """

  private func withSeed(_ body: (Desk) async throws -> Void) async throws {
    try await Desk.with { desk in
      try desk.write(try Corpus.text("sino-soviet-split.txt"), to: "split.txt")
      try await body(desk)
    }
  }

  /// What all labels of the answer to a query that finds every passage lead to.
  private func citations(_ desk: Desk) async throws -> [[String: Any]] {
    let run = try await desk.client.run("--json", "-n", "100", "soviet chinese mao stalin china")
    let hits = try #require(try run.objects().first?["hits"] as? [[String: Any]], "\(run.errors)")
    return hits.flatMap { $0["citations"] as? [[String: Any]] ?? [] }
  }

  /// The labels that lead somewhere.
  private func resolved(_ desk: Desk) async throws -> Set<String> {
    let found = try await citations(desk).filter { $0["reference"] is [String: Any] }
    return Set(found.compactMap { $0["label"] as? String })
  }

  @Test func `lead exactly their labels somewhere, and say whence`() async throws {
    try await withSeed { desk in
      try desk.write(Self.bibliography, to: "split.bib")
      try await desk.index()
      let citations = try await citations(desk)
      #expect(citations.count == 25)
      for citation in citations {
        let label = try #require(citation["label"] as? String)
        let reference = citation["reference"] as? [String: Any]
        #expect((reference != nil) == ["2", "9"].contains(label), "\(label)")
        guard let reference else {
          #expect(citation["reason"] as? String == "label \(label) not in its sidecars")
          continue
        }
        #expect(reference["origin"] as? String == "papers/split.bib")
        #expect(reference["completedBy"] is NSNull)
        let item = try #require(reference["csl"] as? [String: Any])
        #expect(item["id"] as? String == label)
        #expect(item["type"] as? String == (label == "2" ? "book" : "article-journal"))
      }
      let check = try await desk.daemon.run("check")
      #expect(check.status == 0, "\(check.output)")
    }
  }

  @Test func `count when they come, change, move and go`() async throws {
    try await withSeed { desk in
      let daemon = try RunningDaemon(at: desk)
      try await daemon.line(with: "1 new; watching 1 folder")
      #expect(try await resolved(desk).isEmpty)
      try desk.write(Self.bibliography, to: "split.bib")
      try await daemon.line(with: "1 new, in ")
      #expect(try await resolved(desk) == ["2", "9"])
      try desk.write("@book{5, title={Five}}", to: "split.bib")
      try await daemon.line(with: "1 changed, in ")
      #expect(try await resolved(desk) == ["5"])
      let (named, shared) = ("split.bib", "references.bib")
      try move(named, to: "else.bib", in: desk)
      try await daemon.line(with: "1 moved, in ")
      #expect(try await resolved(desk).isEmpty)
      try move("else.bib", to: shared, in: desk)
      try await daemon.line(with: "1 moved, in ")
      #expect(try await resolved(desk) == ["5"])
      try desk.write("@book{5, title={Five}", to: shared)
      try await daemon.line(with: "papers/references.bib: no BibTeX: line 1: ")
      #expect(try await resolved(desk).isEmpty)
      try desk.write("@book{6, title={Six}}", to: shared)
      try await daemon.line(with: "papers/references.bib: can be read again")
      #expect(try await resolved(desk) == ["6"])
      try FileManager.default.removeItem(at: desk.documents.appending(path: shared))
      try await daemon.line(with: "1 gone, in ")
      #expect(try await resolved(desk).isEmpty)
      #expect(daemon.end() == 0)
    }
  }

  private func move(_ name: String, to other: String, in desk: Desk) throws {
    try FileManager.default.moveItem(
      at: desk.documents.appending(path: name),
      to: desk.documents.appending(path: other)
    )
  }

  @Test func `that are broken are named by the status, with the line`() async throws {
    try await withSeed { desk in
      try desk.write("@book{2,\n title {A}}", to: "split.bib")
      try desk.write("[{\"id\":1},\n{]", to: "split.csl.json")
      try desk.write("{}", to: "other.json")
      try await desk.sync()
      let run = try await desk.client.run("status", "--json")
      let failures = try #require(try run.objects().first?["failures"] as? [[String: Any]])
      let reasons = failures.map { [$0["path"] as? String, $0["reason"] as? String] }
      #expect(
        reasons == [
          ["other.json", "no reader for .json files in this version"],
          ["split.bib", "no BibTeX: line 2: '=' should follow 'title'"],
          ["split.csl.json", "no CSL-JSON: line 2: the name of a member should begin here"],
        ]
      )
      #expect(
        failures.last?["advice"] as? String == "mend it there: nothing of it is used until then"
      )
      #expect(try await resolved(desk).isEmpty)
    }
  }

  @Test func `are listed with the passages that lean on them`() async throws {
    try await withSeed { desk in
      try desk.write(Self.bibliography + "@misc{unused, title={Unused}}", to: "split.bib")
      try desk.write("@misc{1, title={One}} @misc{no, title={Not of this}}", to: "references.bib")
      try await desk.index()
      let file = desk.documents.appending(path: "split.txt").path
      let first = try await desk.client.run("references", "papers/split.txt", "--json")
      #expect(first.status == 0, "\(first.errors)")
      let object = try #require(try first.objects().first)
      let entries = try #require(object["references"] as? [[String: Any]])
      #expect(entries.map { $0["label"] as? String } == ["2", "9", "unused", "1"])
      let uses = entries.map { ($0["passages"] as? [[String: Any]])?.count ?? 0 }
      #expect(uses[0] > 0)
      #expect(uses[2] == 0)
      let unresolved = try #require(object["unresolved"] as? [[String: Any]])
      #expect(unresolved.count == 14)
      for way in [file, "papers/split.txt#char=0,5", "papers/./split.txt"] {
        let run = try await desk.client.run("references", way, "--json")
        #expect(run.output == first.output, "\(way)")
      }
      _ = try await desk.client.run("stalin")
      #expect(try await desk.client.run("references", "1", "--json").output == first.output)

      let text = try await desk.client.run("references", "papers/split.txt")
      #expect(text.output.contains("\n[unused] Unused.\n    from papers/split.bib\n    (nothing"))
      #expect(text.output.contains("\n[3] (label 3 not in its sidecars)\n    line "))
      #expect(!text.output.contains("Not of this"))
      #expect(isSafe(text.output))
    }
  }

  @Test(arguments: [
    (["references", "papers/none.txt"], 2, "no document 'papers/none.txt'"),
    (["references", "papers/plain.txt"], 1, "no references"),
    (["references"], 64, "takes a document"),
    (["references", "cited", "here"], 64, "splitsearch search references cited here"),
    (["references", "7"], 64, "no search yet"),
  ])
  func `that are not there are told so`(_ arguments: [String], _ status: Int32, _ text: String)
    async throws
  {
    try await Desk.with { desk in
      try desk.write("Nothing is cited here.\n", to: "plain.txt")
      try await desk.index()
      let run = try await desk.client.run(arguments)
      #expect(run.status == status)
      #expect(run.errors.contains(text), "\(run.errors)")
    }
  }

  @Test func `cannot command a terminal`() async throws {
    try await Desk.with { desk in
      try desk.write("It is said.[1]\n", to: "a.txt")
      try desk.write("[{\"id\":1,\"title\":\"\\u001b[2J\\u202e\"}]", to: "a.csl.json")
      try await desk.index()
      for arguments in [["references", "papers/a.txt"], ["said"], ["--json", "said"]] {
        let run = try await desk.client.run(arguments)
        #expect(run.status == 0)
        #expect(isSafe(run.output))
      }
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import CMarkdownShim

/// What md4c makes of a Markdown text: its leaf blocks, and which of its bytes are text.
///
/// - SeeAlso: CommonMark 0.30; GitHub Flavored Markdown for tables, strikethrough and task lists.
struct MarkdownSyntax {
  /// A block that holds text and no other blocks.
  struct Leaf {
    enum Kind {
      case paragraph
      case heading(level: Int)
      case code(isFenced: Bool)
      case html
      case table
    }

    let kind: Kind
    /// Whether it stands in a quotation or in an item of a list.
    let isNested: Bool
    /// Indices into `runs`, not empty.
    let runs: Range<Int>
  }

  /// A stretch of the source that is text, whatever markup stands around it.
  struct Run {
    enum Kind { case text, code, html, entity }

    let kind: Kind
    /// Bytes of the source, not empty.
    let range: Range<Int>
  }

  /// In the order of the text.
  let leaves: [Leaf]
  /// In the order of the text, disjoint.
  let runs: [Run]

  /// Reads `utf8` from `offset` on; all of it is one paragraph if there is no memory for more.
  init(of utf8: [UInt8], from offset: Int) {
    var document: OpaquePointer?
    let status = utf8[offset...].withUnsafeBytes { bytes in
      msh_document_parse(
        bytes.assumingMemoryBound(to: CChar.self).baseAddress,
        bytes.count,
        &document
      )
    }
    guard status == .ok, let document else {
      let run = Run(kind: .text, range: offset..<utf8.count)
      runs = run.range.isEmpty ? [] : [run]
      leaves =
        run.range.isEmpty ? [] : [Leaf(kind: .paragraph, isNested: false, runs: 0..<1)]
      return
    }
    defer { msh_document_destroy(document) }
    var count = 0
    let runs = msh_document_runs(document, &count)
    self.runs = UnsafeBufferPointer(start: runs, count: count).map { run in
      Run(
        kind: Run.Kind(run.kind),
        range: offset + Int(run.start)..<offset + Int(run.end)
      )
    }
    let leaves = msh_document_leaves(document, &count)
    self.leaves = UnsafeBufferPointer(start: leaves, count: count).map { leaf in
      Leaf(
        kind: Leaf.Kind(leaf.kind, level: Int(leaf.level)),
        isNested: leaf.depth > 0,
        runs: Int(leaf.first_run)..<Int(leaf.first_run + leaf.run_count)
      )
    }
  }

  /// Where the text of `leaf` begins and ends, markup between included.
  func range(of leaf: Leaf) -> Range<Int> {
    runs[leaf.runs.lowerBound].range.lowerBound..<runs[leaf.runs.upperBound - 1].range.upperBound
  }
}

extension MarkdownSyntax.Leaf.Kind {
  fileprivate init(_ kind: msh_leaf_kind_t, level: Int) {
    switch kind {
    case .paragraph: self = .paragraph
    case .heading: self = .heading(level: level)
    case .code: self = .code(isFenced: false)
    case .fencedCode: self = .code(isFenced: true)
    case .html: self = .html
    case .table: self = .table
    }
  }
}

extension MarkdownSyntax.Run.Kind {
  fileprivate init(_ kind: msh_run_kind_t) {
    switch kind {
    case .text: self = .text
    case .code: self = .code
    case .html: self = .html
    case .entity: self = .entity
    }
  }
}

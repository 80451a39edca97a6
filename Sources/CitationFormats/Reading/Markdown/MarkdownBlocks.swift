// SPDX-License-Identifier: GPL-3.0-or-later

internal import CMarkdownShim

/// The blocks, block quotations and links of a Markdown file.
///
/// - SeeAlso: CommonMark 0.30; GitHub Flavored Markdown for tables, strikethrough and task lists.
struct MarkdownBlocks {
  /// A block that holds text and no other blocks.
  struct Leaf {
    enum Kind { case paragraph, code, html, other }

    let kind: Kind
    /// The quotation, list or item it stands in.
    let container: UInt32
    /// Indices into `runs`, not empty.
    let runs: Range<Int>
  }

  /// A stretch of the file that is text.
  struct Run {
    enum Kind { case text, html, reference }

    let kind: Kind
    /// Bytes of the file, not empty.
    let range: Range<Int>
  }

  /// A block quotation.
  struct Quotation {
    /// What it stands in.
    let container: UInt32
    /// Indices into `leaves`, not empty.
    let leaves: Range<Int>
  }

  /// Where a link leads, if that is written without escapes.
  struct Link {
    /// An index into `leaves`.
    let leaf: Int
    /// Bytes of the file.
    let destination: Range<Int>
    /// Bytes of the file; empty without a title.
    let title: Range<Int>
  }

  private(set) var leaves: [Leaf] = []
  private(set) var runs: [Run] = []
  private(set) var quotations: [Quotation] = []
  private(set) var links: [Link] = []

  /// Reads a file; it has no blocks if there is no memory for them.
  init(of utf8: [UInt8]) {
    var document: OpaquePointer?
    let status = utf8.withUnsafeBytes { bytes in
      msh_document_parse(
        bytes.assumingMemoryBound(to: CChar.self).baseAddress,
        bytes.count,
        &document
      )
    }
    guard status == .ok, let document else { return }
    defer { msh_document_destroy(document) }
    var count = 0
    let runs = msh_document_runs(document, &count)
    self.runs = UnsafeBufferPointer(start: runs, count: count).map(Run.init)
    let leaves = msh_document_leaves(document, &count)
    self.leaves = UnsafeBufferPointer(start: leaves, count: count).map(Leaf.init)
    let quotations = msh_document_quotations(document, &count)
    self.quotations = UnsafeBufferPointer(start: quotations, count: count).map(Quotation.init)
    let links = msh_document_links(document, &count)
    self.links = UnsafeBufferPointer(start: links, count: count).map(Link.init)
  }

  /// Where the text of a leaf begins and ends, markup between included.
  func range(ofLeaf index: Int) -> Range<Int> {
    let leaf = leaves[index].runs
    return runs[leaf.lowerBound].range.lowerBound..<runs[leaf.upperBound - 1].range.upperBound
  }
}

extension MarkdownBlocks.Leaf {
  fileprivate init(_ leaf: msh_leaf_t) {
    switch leaf.kind {
    case .paragraph: kind = .paragraph
    case .code, .fencedCode: kind = .code
    case .html: kind = .html
    case .heading, .table: kind = .other
    }
    container = leaf.container
    runs = Int(leaf.first_run)..<Int(leaf.first_run + leaf.run_count)
  }
}

extension MarkdownBlocks.Run {
  fileprivate init(_ run: msh_run_t) {
    switch run.kind {
    case .text, .code: kind = .text
    case .html: kind = .html
    case .entity: kind = .reference
    }
    range = Int(run.start)..<Int(run.end)
  }
}

extension MarkdownBlocks.Quotation {
  fileprivate init(_ quotation: msh_quotation_t) {
    container = quotation.container
    leaves = Int(quotation.first_leaf)..<Int(quotation.first_leaf + quotation.leaf_count)
  }
}

extension MarkdownBlocks.Link {
  fileprivate init(_ link: msh_link_t) {
    leaf = Int(link.leaf)
    destination = Int(link.destination_start)..<Int(link.destination_end)
    title = Int(link.title_start)..<Int(link.title_end)
  }
}

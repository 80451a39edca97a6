// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel

/// The documents of one revision of the index, found by what a citation says of them.
final class DocumentShelf {
  let reader: IndexReader
  private let folders: [String: [UInt8]]
  /// The documents opened last: texts are large, and citations of one document stand together.
  private var open: [OpenDocument] = []

  private static let openCount = 2

  init(_ reader: IndexReader) throws(IndexError) {
    self.reader = reader
    folders = try reader.folders()
  }

  /// The absolute path of a document's file; nil if its folder is not watched any more.
  func filePath(of record: DocumentRecord) -> [UInt8]? {
    folders[record.folder].map { $0 + [UInt8(ascii: "/")] + record.path.bytes }
  }

  /// What a document's record says.
  func source(_ record: DocumentRecord) -> SourceDocument {
    SourceDocument(record, root: folders[record.folder] ?? [])
  }

  /// Whether the index holds anything of a folder.
  func isKnown(folder: String) -> Bool { folders[folder] != nil }

  /// The document's text; nil if none was read.
  func open(_ record: DocumentRecord) throws(IndexError) -> OpenDocument? {
    if let index = open.firstIndex(where: { $0.record.number == record.number }) {
      let document = open.remove(at: index)
      open.append(document)
      return document
    }
    guard record.failure == nil, let text = try reader.text(of: record.number) else { return nil }
    if open.count == Self.openCount { open.removeFirst() }
    let document = OpenDocument(record, text: text)
    open.append(document)
    return document
  }

  /// The document that stands at a place; nil if there is none.
  func document(at place: DocumentPlace) throws(IndexError) -> DocumentRecord? {
    try reader.document(at: place)
  }

  /// Why nothing can be said by a document's record; nil if something can.
  func reasonToDoubt(_ record: DocumentRecord) -> String? {
    if let failure = record.failure { return Reason.unread(record, failure) }
    guard let path = filePath(of: record) else { return nil }
    return FileWitness.testimony(path, on: record) == .behind ? Reason.behind(record) : nil
  }

  /// The documents that were seen to move away from a place.
  func documents(movedFrom place: DocumentPlace) throws(IndexError) -> [DocumentRecord] {
    try reader.documents(formerlyAt: place).filter { $0.place != place }
  }

  /// The documents that hold the very file that a quotation was cited from.
  func copies(of quotation: CitedQuotation) throws(IndexError) -> [DocumentRecord] {
    if let digest = quotation.digest { return try reader.documents(digest: digest) }
    return try quotation.anchor?.md5.map { md5 throws(IndexError) in
      try reader.documents(md5: md5)
    } ?? []
  }

  /// Where a quotation stood; nil if nothing says so.
  func place(of quotation: CitedQuotation) -> DocumentPlace? {
    quotation.anchor?.document ?? quotation.source.flatMap(place(ofFile:))
  }

  /// The place that a `file:` URL names, if it lies in a watched folder.
  private func place(ofFile uri: String) -> DocumentPlace? {
    let scheme = "file://"
    guard uri.hasPrefix(scheme) else { return nil }
    let address = uri.dropFirst(scheme.count).prefix { $0 != "#" && $0 != "?" }
    // What stands before the path names this machine, if anything does.
    guard let start = address.firstIndex(of: "/"),
      let path = PercentEncoding.decode(address[start...])
    else { return nil }
    let roots = folders.filter { path.starts(with: $0.value + [UInt8(ascii: "/")]) }
    return roots.max { $0.value.count < $1.value.count }.map { root in
      DocumentPlace(
        folder: root.key,
        path: RelativePath(bytes: Array(path[(root.value.count + 1)...]))
      )
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
package import PassageModel

extension Searcher {
  /// What a document leans on, by its own list and by its sidecars.
  ///
  /// - Parameter names: what the user may have meant; the first that names a document counts.
  /// - Returns: its entries, and the labels that lead nowhere.
  /// - Throws: `noSuchPassage` if none of them does.
  package func references(
    of names: [DocumentName]
  ) throws(SearchError) -> DocumentReferences {
    try withNewestRevision { reader in
      for name in names {
        guard let record = try Self.record(name, in: reader) else { continue }
        return try ReferenceLister(reader: reader).references(of: record)
      }
      throw SearchError(code: .noSuchPassage, message: "the index holds no such document")
    }
  }

  private static func record(
    _ name: DocumentName,
    in reader: IndexReader
  ) throws(IndexError) -> DocumentRecord? {
    switch name {
    case .place(let place):
      return try reader.document(at: place)
    case .file(let file):
      for (folder, root) in try reader.folders() {
        let prefix = root + [UInt8(ascii: "/")]
        guard file.starts(with: prefix) else { continue }
        let path = RelativePath(bytes: Array(file[prefix.count...]))
        let place = DocumentPlace(folder: folder, path: path)
        if let record = try reader.document(at: place) { return record }
      }
      return nil
    }
  }
}

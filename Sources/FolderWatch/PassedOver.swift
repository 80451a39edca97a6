// SPDX-License-Identifier: GPL-3.0-or-later

/// What nobody means to be found, whether a folder is scanned or watched.
enum PassedOver {
  /// What every index has in its folder, Xapian's stub database: a folder with it is no documents.
  static let stubName = Array("XAPIANDB".utf8)

  /// Hidden files and folders, editors' backups, and what office programs lock documents with.
  static func isPassedOver(_ name: some BidirectionalCollection<UInt8>) -> Bool {
    name.first == UInt8(ascii: ".") || name.last == UInt8(ascii: "~")
      || (name.first == UInt8(ascii: "#") && name.last == UInt8(ascii: "#"))
      || name.starts(with: lockPrefix)
  }

  /// Whether a file of this name is only a part of what it will be.
  ///
  /// It is not asked of folders: one with such a name may hold documents that are whole.
  static func isUnfinishedDownload(_ name: some BidirectionalCollection<UInt8>) -> Bool {
    downloadSuffixes.contains { name.count > $0.count && name.suffix($0.count).elementsEqual($0) }
  }

  private static let lockPrefix = Array("~$".utf8)
  private static let downloadSuffixes = [".crdownload", ".part", ".partial"].map { Array($0.utf8) }
}

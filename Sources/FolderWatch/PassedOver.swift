// SPDX-License-Identifier: GPL-3.0-or-later

/// What nobody means to be found, whether a folder is scanned or watched.
enum PassedOver {
  /// What every index has in its folder, Xapian's stub database: a folder with it is no documents.
  static let stubName = Array("XAPIANDB".utf8)

  /// Hidden files and folders, and editors' backups.
  static func isPassedOver(_ name: some BidirectionalCollection<UInt8>) -> Bool {
    name.first == UInt8(ascii: ".") || name.last == UInt8(ascii: "~")
      || (name.first == UInt8(ascii: "#") && name.last == UInt8(ascii: "#"))
  }
}

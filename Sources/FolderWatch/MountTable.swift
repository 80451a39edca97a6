// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// What is mounted where, as this process sees it.
///
/// A file system that is mounted on a watched folder hides it, and whatever happens in it is told of
/// no watch: the folder has to be looked at anew.
///
/// - SeeAlso: proc(5), `/proc/PID/mountinfo`.
struct MountTable {
  /// For `poll`: it has POLLPRI when something was mounted or unmounted; -1 where there is no such
  /// file.
  let descriptor: Int32
  /// Each mount with its number and device, so that one that took another's place is another.
  private var mounts: Set<ArraySlice<UInt8>> = []

  /// Opens the table; whoever does closes the descriptor.
  init() {
    descriptor = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC)
    mounts = Self.mounts(in: content())
  }

  /// The absolute paths where something was mounted or unmounted since this was last asked.
  mutating func takeChanges() -> Set<[UInt8]> {
    let now = Self.mounts(in: content())
    defer { mounts = now }
    return Set(mounts.symmetricDifference(now).compactMap(Self.place(of:)))
  }

  private func content() -> [UInt8] {
    guard descriptor >= 0, lseek(descriptor, 0, SEEK_SET) == 0 else { return [] }
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      content += buffer[..<count]
    }
    return content
  }

  /// Each line's first five fields: number, parent, device, what of the device, and where.
  static func mounts(in content: [UInt8]) -> Set<ArraySlice<UInt8>> {
    Set(
      content.split(separator: UInt8(ascii: "\n")).compactMap { line in
        let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 5)
        guard fields.count > 5 else { return nil }
        return line[line.startIndex..<fields[4].endIndex]
      }
    )
  }

  /// Where a mount is: blanks, tabs, line feeds and backslashes are written as three octal digits.
  static func place(of mount: ArraySlice<UInt8>) -> [UInt8]? {
    guard let field = mount.split(separator: UInt8(ascii: " ")).last else { return nil }
    var place: [UInt8] = []
    var rest = field
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      let text = String(decoding: digits, as: UTF8.self)
      if byte == UInt8(ascii: "\\"), digits.count == 3, let escaped = UInt8(text, radix: 8) {
        place.append(escaped)
        rest.removeFirst(3)
      } else {
        place.append(byte)
      }
    }
    return place
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// One event as the kernel tells it.
///
/// - SeeAlso: `man 7 inotify`.
struct InotifyEvent: Hashable, Sendable {
  /// The watch it belongs to; -1 for all.
  let watch: Int32
  /// What happened, bits `IN_…`.
  let mask: UInt32
  /// What the two events of one rename have in common; 0 for all others.
  let cookie: UInt32
  /// The name within the watched folder; empty for the folder itself.
  let name: [UInt8]

  /// What the kernel says when it could not keep all events.
  static let overflow = InotifyEvent(watch: -1, mask: UInt32(IN_Q_OVERFLOW), cookie: 0, name: [])

  /// What is asked of the kernel for each folder.
  ///
  /// Not `IN_MODIFY`: a file is whole when it is closed.
  static let wanted = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ATTRIB
      | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK
  )

  /// Whether any of `bits` is set.
  func has(_ bits: Int32) -> Bool { mask & UInt32(bits) != 0 }

  /// The events in what `read` returned: headers of 16 bytes, a name padded by zeros behind each.
  static func parse(_ bytes: some Collection<UInt8>) -> [InotifyEvent] {
    let headerByteCount = 16
    var events: [InotifyEvent] = []
    var rest = Array(bytes)[...]
    while rest.count >= headerByteCount {
      func word(_ index: Int) -> UInt32 {
        (0..<4).reduce(0) {
          $0 | UInt32(rest[rest.startIndex + index * 4 + $1]) << UInt32($1 * 8)
        }
      }
      let nameByteCount = Int(word(3))
      let name = rest.dropFirst(headerByteCount).prefix(nameByteCount).prefix { $0 != 0 }
      events.append(
        InotifyEvent(
          watch: Int32(bitPattern: word(0)),
          mask: word(1),
          cookie: word(2),
          name: Array(name)
        )
      )
      rest = rest.dropFirst(headerByteCount + nameByteCount)
    }
    return events
  }
}

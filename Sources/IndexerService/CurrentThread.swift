// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// The thread that asks, as the kernel sees it.
///
/// By way of `/proc` because Swift's Glibc module has none of glibc's own calls for it.
enum CurrentThread {
  /// The kernel's number of it; nil where there is no `/proc`.
  static var number: Int? {
    var target = [CChar](repeating: 0, count: 64)
    let length = readlink("/proc/thread-self", &target, target.count)
    guard length > 0 else { return nil }
    let path = String(decoding: target[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.split(separator: "/").last.flatMap { Int($0) }
  }

  /// Gives it a name; the kernel keeps the first 15 bytes.
  static func setName(_ name: String) {
    let file = open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    let bytes = Array(name.utf8)
    _ = write(file, bytes, bytes.count)
    close(file)
  }

  /// Lets it have the processor only when nobody else wants it; where that is forbidden it stays as
  /// it is.
  ///
  /// - SeeAlso: sched(7), SCHED_IDLE.
  static func yieldToAllOthers() {
    let idle: Int32 = 5
    var parameters = sched_param()
    _ = sched_setscheduler(0, idle, &parameters)
  }
}

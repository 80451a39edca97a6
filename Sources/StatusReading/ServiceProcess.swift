// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import SystemFiles

/// Processes, as those see them who only look.
package enum ServiceProcess {
  /// The name of the program, as the kernel has it.
  private static let name = "splitsearchd"

  /// Whether the process with this number is a service, as far as this user may know.
  ///
  /// A number is given again to other processes when its own has ended.
  package static func isRunning(_ number: Int) -> Bool {
    guard let number = pid_t(exactly: number), number > 0 else { return false }
    if let line = BoundedFile.read("/proc/\(number)/stat", limit: 4_096).content {
      return isService(String(decoding: line, as: UTF8.self))
    }
    // Where others' processes are hidden (`hidepid`), there is no more to be had.
    return kill(number, 0) != 0 && errno == EPERM
  }

  /// Whether the kernel's line about a process, `4711 (splitsearchd) S …`, is one of a service that
  /// has not ended.
  ///
  /// - SeeAlso: `man 5 proc_pid_stat`.
  package static func isService(_ line: String) -> Bool {
    guard let open = line.firstIndex(of: "("), let close = line.lastIndex(of: ")"), open < close
    else { return false }
    let state = line[close...].dropFirst(2).first
    return line[line.index(after: open)..<close] == name && state != "Z" && state != "X"
  }
}

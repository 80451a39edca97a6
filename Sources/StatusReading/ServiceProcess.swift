// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
package import PassageModel
internal import SystemFiles

/// Processes, as those see them who only look.
package enum ServiceProcess {
  /// The name of the program, as the kernel has it.
  private static let name = "splitsearchd"

  /// Whether the process with this number is a service that has run since some time, as far as this
  /// user may know.
  ///
  /// A number is given again to other processes when its own has ended.
  package static func isRunning(_ number: Int, since moment: Timestamp) -> Bool {
    guard let number = pid_t(exactly: number), number > 0 else { return false }
    if let line = BoundedFile.read("/proc/\(number)/stat", limit: 4_096).content {
      let line = String(decoding: line, as: UTF8.self)
      return isService(line) && (begin(of: line).map { $0 <= moment } ?? true)
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

  /// When the process of such a line began, by the clock as it is set now, and a little earlier.
  private static func begin(of line: String) -> Timestamp? {
    guard let ticks = startTicks(line) else { return nil }
    let (now, sinceBoot) = (time(CLOCK_REALTIME), time(CLOCK_BOOTTIME))
    let (seconds, rest) = ticks.quotientAndRemainder(dividingBy: ticksPerSecond)
    let start = seconds * 1_000_000_000 + rest * (1_000_000_000 / ticksPerSecond)
    return Timestamp(nanoseconds: now - sinceBoot + start - slack)
  }

  /// When a process began, in ticks of the clock since the machine did: the 22nd field of the
  /// kernel's line about it; nil if there is none that could be one.
  package static func startTicks(_ line: String) -> Int64? {
    guard let close = line.lastIndex(of: ")") else { return nil }
    // The name of the program, the second, may hold blanks.
    let fields = line[close...].split(separator: " ").dropFirst()
    guard fields.count > 19, let ticks = Int64(fields[fields.startIndex + 19]),
      (0..<(1 << 40)).contains(ticks)
    else { return nil }
    return ticks
  }

  private static let ticksPerSecond = max(1, Int64(sysconf(Int32(_SC_CLK_TCK))))

  /// Times that are told are cut to seconds; ticks and clocks are not read at once.
  private static let slack: Int64 = 2_000_000_000

  private static func time(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}

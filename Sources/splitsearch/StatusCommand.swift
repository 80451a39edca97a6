// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Glibc
import PassageModel
import ResultPrinting
import Settings
import StandardStreams
import StatusReading

/// The command `splitsearch status`.
struct StatusCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Tell how the index and its service stand.",
    usage: "splitsearch status [<options>]",
    discussion: """
      Tells what the index holds, whether splitsearchd runs and what it does, how each folder \
      is watched, and what could not be read, with what to do about it. It asks the index and \
      the status file of the service; it needs no right to write, and no service.

      EXAMPLES:
        splitsearch status                    yours, or the system's
        splitsearch status --system           the system's
        splitsearch status --json | jq .service.state
        splitsearch search status quo         search for these words

      EXIT STATUS:
        0      the index can be used, whether a service runs or not
        2      the index cannot be used; what the service says is told
        64-78  the call or the configuration is wrong (sysexits.h)
      """
  )

  @Flag(help: "Print one JSON object, with all failures.")
  var json = false

  @Option(help: ArgumentHelp("When to use colour.", valueName: "when"))
  var color = ColorChoice.auto

  @OptionGroup var index: IndexOptions

  func answer() throws -> Int32 {
    let report = try reader().report()
    if json {
      try StandardStream.output.write(try JSONPrinter().line(for: report) + "\n")
    } else if report.error == nil || report.tellsOfService {
      let printer = StatusPrinter(
        columns: StandardStream.output.columns,
        isColored: color.isColored(StandardStream.output),
        clock: .here()
      )
      try StandardStream.output.write(printer.text(report))
    }
    guard let error = report.error else { return ExitStatus.hits }
    Client.complain(error)
    return ExitStatus.unusable
  }

  private func reader() throws -> StatusReader {
    let surroundings = Surroundings.current()
    let path = try index.settings().indexPath
    return StatusReader(
      indexPath: path,
      places: try StatusPlace.reading(forIndex: path, ofUser: Self.owner(of: path), surroundings),
      version: Release.version,
      explain: { Failure($0).printed },
      start: { [config = index.config] folders in
        ServiceStart.commands(
          forIndex: path,
          configuration: config,
          folders: folders,
          surroundings
        )
      }
    )
  }

  /// The user whom the index belongs to, if this one may look into that user's folders.
  private static func owner(of path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, [status.st_uid, 0].contains(geteuid()) else { return nil }
    return Int(status.st_uid)
  }
}

extension StatusClock {
  /// The time by the system's clock, as this user's time zone shows it.
  fileprivate static func here() -> StatusClock {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let nanoseconds = Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
    return StatusClock(now: Timestamp(nanoseconds: nanoseconds)) { moment in
      var seconds = time_t(moment.nanoseconds / 1_000_000_000)
      var parts = tm()
      return localtime_r(&seconds, &parts) == nil ? 0 : Int(parts.tm_gmtoff)
    }
  }
}

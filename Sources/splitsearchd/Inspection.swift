// SPDX-License-Identifier: GPL-3.0-or-later

internal import ArgumentParser
internal import IndexExport
internal import PassageIndex
internal import ResultPrinting
internal import StandardStreams

/// Proves that the index is sound, or says what is wrong.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the index: the engine's own structures, and every passage and record.",
    discussion: """
      Reads all of it and changes nothing; a service may run meanwhile. Findings go to standard \
      output, a line each.

      EXIT STATUS:
        0   the index is sound
        2   it is not, or cannot be read
      """
  )

  @OptionGroup var indexOptions: IndexOptions

  func run() throws {
    let index = try indexOptions.indexPath()
    let findings = try IndexCheck.run(path: index)
    for finding in findings {
      try StandardStream.output.write(TerminalText.sanitize(finding) + "\n")
    }
    guard findings.isEmpty else {
      Failure.report(
        "\(index): \(Amount.count(findings.count, "finding")), named above",
        hint: "make it anew with: splitsearchd rebuild"
      )
      throw ExitCode(2)
    }
    let reader = try IndexReader(path: index)
    try StandardStream.output.write(
      "\(TerminalText.sanitize(index)) is sound: \(Amount.count(reader.passageCount, "passage"))"
        + " of \(Amount.count(try reader.documents().count, "file")).\n"
    )
  }
}

/// Writes out all that the index holds.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write all that the index holds to standard output, as sorted JSON lines.",
    discussion: """
      Two indexes of the same documents give the same lines, whatever happened to each of them on \
      the way.
      """
  )

  @OptionGroup var indexOptions: IndexOptions

  func run() throws {
    try IndexExport.lines(of: try indexOptions.indexPath()) { line in
      try StandardStream.output.write(line + "\n")
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import CitationFormats
import PassageModel
import PassageSearch
import ResultPrinting
import Settings
import StandardStreams

/// The command `splitsearch verify FILE…`.
struct VerifyCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Tell whether quotations still stand.",
    usage: "splitsearch verify [<options>] <file> ... | -",
    discussion: """
      Finds the quotations and anchors in Markdown, HTML, JSON and plain text, and says of each \
      what became of it:

        exact         it stands where its anchor says
        moved         the same words stand elsewhere: the new anchor is told
        changed       what stands there was edited: the words that differ are told
        ambiguous     it may be at one of the places that are told, or at none
        orphaned      the document or the text is gone
        unverifiable  nothing proves it any more, or the index is behind: the reason is told

      Where it is not sure which text is the quotation it says so, and names the places.

      EXAMPLES:
        splitsearch verify notes.md
        splitsearch verify --fix notes.md     write the new anchors into the file
        splitsearch verify -q *.md            only what does not stand any more
        splitsearch verify --json - <a.json   for programs, from standard input

      EXIT STATUS:
        0      all quotations are exact, or moved and were fixed
        1      some are not
        2      the index or a file cannot be used
        64-78  the call or the configuration is wrong (sysexits.h)
      """
  )

  @Argument(
    help: ArgumentHelp("A file that holds quotations, or '-'.", valueName: "file"),
    completion: .file()
  )
  var files: [String]

  @Flag(help: "Write the new anchors of what moved into the files.")
  var fix = false

  @Flag(
    name: [.customShort("q"), .long],
    help: "Say nothing of quotations that are exact."
  )
  var quiet = false

  @Option(
    help: ArgumentHelp(
      "Read the files as this.",
      discussion: "By their names unless said.",
      valueName: "kind"
    )
  )
  var format: CitationFileKind?

  @OptionGroup var style: StyleOptions
  @OptionGroup var index: IndexOptions

  func validate() throws {
    guard !(fix && files.contains("-")) else {
      throw ValidationError("'--fix' cannot write into standard input; name a file")
    }
  }

  func answer() throws -> Int32 {
    let path = try index.settings().indexPath
    let verifier = Verifier(indexPath: path, day: Today.date, renewsMoved: fix)
    var status = ExitStatus.hits
    var reports: [FileReport] = []
    for file in files {
      do {
        let report = try FileVerification(file, as: format).report(by: verifier, fixing: fix)
        if !style.json { try print(report) }
        reports.append(report)
        status = max(status, report.isAllWell ? ExitStatus.hits : ExitStatus.noHits)
      } catch let failure as Failure where failure.status == ExitStatus.unusable && files.count > 1
      {
        // One file that cannot be read is no reason to leave out the others.
        Client.complain(failure.printed)
        reports.append(FileReport(name: file, failure: failure.printed))
        status = ExitStatus.unusable
      }
    }
    if style.json { try StandardStream.output.write(try JSONPrinter().line(for: reports) + "\n") }
    return status
  }

  private func print(_ report: FileReport) throws {
    let printer = VerdictPrinter(
      columns: StandardStream.output.columns,
      isColored: style.color.isColored(StandardStream.output),
      isQuiet: quiet
    )
    try StandardStream.output.write(printer.text(report))
    try StandardStream.error.write(
      printer.summary(report).map { "splitsearch: \($0)\n" } ?? ""
    )
  }
}

extension CitationFileKind: ExpressibleByArgument {}

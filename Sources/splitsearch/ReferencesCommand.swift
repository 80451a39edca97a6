// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Glibc
import PassageModel
import PassageSearch
import ResultPrinting
import Settings
import StandardStreams
import SystemFiles

/// The command `splitsearch references DOCUMENT|N`.
struct ReferencesCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "references",
    abstract: "List what a document leans on, and where.",
    usage: "splitsearch references [<options>] <document> | <number>",
    discussion: """
      Lists the entries of the document's own references and of its sidecars (NAME.bib, \
      NAME.csl.json, references.bib, references.csl.json), each with the passages that lean on \
      it; then the labels that lead nowhere, and why. The document is named as a search prints \
      it, by its file, or by the number of a hit of the last search in this terminal. Of \
      references.* files only the entries are listed that the document leans on.

      EXAMPLES:
        splitsearch references papers/split.txt
        splitsearch references ~/papers/split.txt
        splitsearch references 2                   of the second hit's document
        splitsearch search references cited        search for these words

      EXIT STATUS:
        0      there are references
        1      there are none
        2      the index cannot be used, or holds no such document
        64-78  the call or the configuration is wrong (sysexits.h)
      """
  )

  @Argument(help: ArgumentHelp("A document, or the number of a hit.", valueName: "document"))
  var document: String

  @OptionGroup var style: StyleOptions
  @OptionGroup var index: IndexOptions

  func answer() throws -> Int32 {
    let chosen = try DocumentChoice(document, index: index)
    let found: DocumentReferences
    do throws(SearchError) {
      found = try Searcher(indexPath: chosen.index).references(of: chosen.names)
    } catch {
      guard error.code == .noSuchPassage else { throw error }
      throw Failure(
        status: ExitStatus.unusable,
        code: "no-such-document",
        message: "the index holds no document '\(document)'",
        hint: "name it FOLDER/PATH as a search prints it, or by the path of its file"
      )
    }
    try print(found)
    return found.entries.isEmpty ? ExitStatus.noHits : ExitStatus.hits
  }

  private func print(_ found: DocumentReferences) throws {
    if style.json {
      try StandardStream.output.write(try JSONPrinter().line(for: found) + "\n")
      return
    }
    let printer = ReferencesPrinter(
      columns: StandardStream.output.columns,
      isColored: style.color.isColored(StandardStream.output)
    )
    guard !found.entries.isEmpty || !found.unresolved.isEmpty else {
      try StandardStream.error.write("no references in this document\n")
      return
    }
    try StandardStream.output.write(printer.text(found))
  }
}

/// A document that a user names.
struct DocumentChoice {
  /// What may be meant, the likeliest first.
  let names: [DocumentName]
  /// The index that it belongs to.
  let index: String

  /// Reads what was typed: the number of a hit, a place as it is printed, or the path of a file.
  init(_ written: String, index options: IndexOptions) throws {
    if Int(written) != nil {
      let hit = try HitChoice(written, index: options)
      names = [.place(hit.anchor.document)]
      index = hit.index
      return
    }
    var names: [DocumentName] = []
    let parts = written.split(separator: "/", maxSplits: 1).map(String.init)
    // People are shown names as they are, programs percent-encoded ones.
    if !written.hasPrefix("/"), parts.count == 2 {
      names.append(.place(DocumentPlace(folder: parts[0], path: RelativePath(parts[1]))))
    }
    if let anchor = try? CitationAnchor(written) { names.append(.place(anchor.document)) }
    let absolute = Surroundings.current().absolute(written)
    names += [.file(Array(absolute.utf8)), .file(Array(RealPath.of(absolute).utf8))]
    self.names = names
    index = try options.settings().indexPath
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// Prints answers as JSON, schema 1: one object, on one line, without the line's end.
///
/// - SeeAlso: Documentation/json-output.md, which a change here changes too.
package struct JSONPrinter: Sendable {
  /// The version of the schema.
  package static let schema = 1

  /// Makes a printer.
  package init() {}

  /// The answer to a query; `qid` names the query in a batch.
  package func line(for page: ResultPage, qid: String? = nil) throws -> String {
    try encode(PageObject(page, qid: qid))
  }

  /// An error in place of an answer; `qid` names the query in a batch.
  package func line(for failure: PrintedFailure, qid: String? = nil) throws -> String {
    try encode(FailureObject(failure, qid: qid))
  }

  /// What a document leans on.
  package func line(for references: DocumentReferences) throws -> String {
    try encode(ReferencesObject(references))
  }

  /// How an index and its service stand.
  package func line(for report: StatusReport) throws -> String {
    try encode(StatusReportObject(report))
  }

  /// A place with what stands around it.
  package func line(for place: ShownPlace) throws -> String {
    try encode(PlaceObject(place))
  }

  /// What became of the quotations in some files.
  package func line(for reports: [FileReport]) throws -> String {
    try encode(VerificationObject(reports))
  }

  private func encode(_ object: some Encodable) throws -> String {
    try JSONLine.encode(object)
  }
}

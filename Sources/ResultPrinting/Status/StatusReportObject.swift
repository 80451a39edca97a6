// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// A status as schema 1 of that output has it.
///
/// - SeeAlso: Documentation/status-output.md.
struct StatusReportObject: Encodable {
  let schema = 1
  let version: String
  let index: IndexObject
  let service: ServiceObject
  let folders: [FolderObject]
  let failures: [RefusalObject]
  let failureCount: Int
  let notes: [String]
  @Nullable var error: FailureObject.ErrorObject?

  init(_ report: StatusReport) {
    version = report.version
    index = IndexObject(path: report.path, try? report.index.get())
    service = ServiceObject(report.service)
    folders = report.folders.map(FolderObject.init)
    failures = report.failures.map(RefusalObject.init)
    failureCount = report.failureCount
    notes = report.notes
    _error = Nullable(wrappedValue: report.error.map(FailureObject.ErrorObject.init))
  }

  struct IndexObject: Encodable {
    let path: String
    @Nullable var format: Int?
    @Nullable var revision: Int?
    @Nullable var complete: Bool?
    @Nullable var bytes: Int?
    @Nullable var committed: InternetTime?
    @Nullable var documents: Int?
    @Nullable var passages: Int?
    @Nullable var refused: Int?

    init(path: String, _ index: IndexReport?) {
      self.path = path
      _format = Nullable(wrappedValue: index?.format)
      _revision = Nullable(wrappedValue: index?.revision)
      _complete = Nullable(wrappedValue: index?.isComplete)
      _bytes = Nullable(wrappedValue: index?.byteCount)
      _committed = Nullable(wrappedValue: index.map { InternetTime($0.written) })
      _documents = Nullable(wrappedValue: index?.documentCount)
      _passages = Nullable(wrappedValue: index?.passageCount)
      _refused = Nullable(wrappedValue: index?.refusedCount)
    }
  }

  struct FolderObject: Encodable {
    let name: String
    let path: String
    @Nullable var documents: Int?
    @Nullable var watching: String?
    @Nullable var watchedFolders: Int?
    @Nullable var polledFolders: Int?
    @Nullable var reason: String?
    @Nullable var advice: String?

    init(_ folder: FolderReport) {
      name = folder.name
      path = folder.path
      _documents = Nullable(wrappedValue: folder.documentCount)
      _watching = Nullable(wrappedValue: folder.watching?.watching)
      _watchedFolders = Nullable(wrappedValue: folder.watching?.watchedFolders)
      _polledFolders = Nullable(wrappedValue: folder.watching?.polledFolders)
      _reason = Nullable(wrappedValue: folder.watching?.reason)
      _advice = Nullable(wrappedValue: folder.advice)
    }
  }

  struct RefusalObject: Encodable {
    let folder: String
    let path: String
    let reason: String
    let advice: String

    init(_ failure: StatusObject.Failure) {
      folder = failure.folder
      path = failure.path
      reason = failure.reason
      advice = FailureAdvice(failure.reason).advice
    }
  }
}

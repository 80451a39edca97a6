// SPDX-License-Identifier: GPL-3.0-or-later

internal import Digests
internal import DocumentReading
internal import FolderWatch
internal import LanguageDetection
internal import PassageIndex
internal import PassageModel
internal import PassageSplitting
internal import TextAnalysis

/// Reads, splits and analyzes files, one at a time.
///
/// An actor, because its tools keep what they learned: several preparers work side by side.
actor DocumentPreparer {
  private let analyzers = AnalyzerPool()
  private let splitter = PassageSplitter()
  private let options: SyncOptions
  /// Whether it is for files that nobody waits for.
  nonisolated let isForBulk: Bool
  private let executor: ThreadExecutor

  /// How its thread has got on with others.
  nonisolated var processorTime: ProcessorTime { executor.processorTime }

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  init(options: SyncOptions, isForBulk: Bool) {
    self.options = options
    self.isForBulk = isForBulk
    executor = ThreadExecutor(
      isForBulk ? "bulk preparer" : "preparer",
      isForBulk && options.bulkMakesWay ? .idle : .prompt
    )
  }

  /// Does all that can be done for a file without the index.
  func prepare(_ job: PreparationJob) -> PreparedDocument {
    do {
      let limit = options.maximumByteCount
      return prepare(job, try FileContent.read(job.absolutePath, maximumByteCount: limit))
    } catch {
      return refusal(of: job, for: error)
    }
  }

  private func prepare(_ job: PreparationJob, _ file: FileContent) -> PreparedDocument {
    let digest = ContentDigest.sha256(file.bytes)
    let content = digest == job.knownDigest ? .known : content(of: file.bytes, for: job)
    // A record that stays as it is has it already.
    let md5 = if case .known = content { "" } else { ContentDigest.md5(file.bytes) }
    let processing = processing(of: job, byteCount: file.state.size)
    let isByFolder =
      switch content {
      case .passages(let summary, _, _), .large(let summary, _, _): !summary.statesLanguage
      case .known, .refused, .gone: false
      }
    return PreparedDocument(
      job: job,
      checkpoint: Checkpoint(file.state, isSettled: file.isSettled),
      digest: digest,
      md5: md5,
      processing: isByFolder ? processing.byFolder : processing.inAnyFolder,
      byteCount: file.bytes.count,
      content: content
    )
  }

  private func processing(of job: PreparationJob, byteCount: Int64) -> Processing {
    Processing(ofByteCount: byteCount, folderLanguage: job.language, options: options)
  }

  private func content(
    of bytes: [UInt8],
    for job: PreparationJob
  ) -> PreparedDocument.Content {
    let document: StructuredDocument
    do {
      document = try DocumentReader.read(
        bytes,
        as: try DocumentReader.mediaType(of: job.place.path)
      )
    } catch {
      return .refused(error.message)
    }
    let passages = splitter.split(document)
    let stated = document.language.flatMap { LanguageCode.primary(of: $0) }
    let summary = DocumentSummary(
      mediaType: document.mediaType,
      title: document.title,
      authors: document.authors,
      language: stated ?? job.language ?? LanguageDetector.language(of: passages),
      statesLanguage: stated != nil,
      date: document.date,
      encoding: document.encoding,
      length: TextLength(measuring: document.text.utf8),
      replacedByteCount: document.replacedByteCount,
      references: document.references
    )
    let gaps = DocumentGaps(in: document.text, between: passages)
    guard bytes.count < options.largeByteCount else { return .large(summary, passages, gaps) }
    var analysis = PassageAnalysis(
      title: document.title,
      language: summary.language,
      analyzer: analyzers.analyzer(for: summary.language)
    )
    return .passages(summary, passages.map { analysis.analyze($0) }, gaps)
  }

  private func refusal(
    of job: PreparationJob,
    for failure: FileContent.Failure
  ) -> PreparedDocument {
    var state = job.state
    var isSettled = true
    let content: PreparedDocument.Content
    switch failure {
    case .system(let error) where error.isNotFound:
      content = .gone
    case .system(let error):
      // The cause may pass without the file being changed: it is tried again each time.
      isSettled = false
      content = .refused("cannot be read: \(error)")
    case .notAFile:
      // What took the file's place is the next scan's to name.
      content = .gone
    case .tooLarge(let found):
      state = found
      content = .refused("larger than max-file-size (\(options.maximumByteCount) bytes)")
    }
    return PreparedDocument(
      job: job,
      checkpoint: Checkpoint(state, isSettled: isSettled),
      digest: "",
      md5: "",
      processing: processing(of: job, byteCount: state.size).inAnyFolder,
      byteCount: 0,
      content: content
    )
  }
}

extension Checkpoint {
  /// Takes over what the file system said.
  init(_ state: FileState, isSettled: Bool) {
    self.init(
      inode: state.inode,
      size: state.size,
      modified: Timestamp(nanoseconds: state.modified),
      changed: Timestamp(nanoseconds: state.changed),
      isSettled: isSettled
    )
  }
}

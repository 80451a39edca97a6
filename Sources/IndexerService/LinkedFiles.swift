// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch
internal import PassageIndex

/// Files that have more names than one: the system tells of a change only by the name that the file
/// was changed by, so the other names have to be looked at, too.
struct LinkedFiles {
  /// When each was last seen to have changed, in nanoseconds since the epoch, by inode.
  private var changes: [UInt64: Int64] = [:]

  /// Says of which inodes all names are to be looked at after `plan` was made.
  ///
  /// - Parameters:
  ///   - plan: what has to be done at the places that were looked at.
  ///   - findings: what was found there.
  ///   - documents: what the index holds, without the plan.
  ///   - queue: what is to be read, without the plan.
  /// - Returns: their numbers.
  mutating func inodesToLookAt(
    after plan: SyncPlan,
    of findings: [FolderFinding],
    holding documents: DocumentTree,
    in queue: WorkQueue
  ) -> Set<UInt64> {
    var inodes: Set<UInt64> = []
    for job in plan.jobs {
      // Each change once: the look at another name tells of this one.
      if job.state.nameCount > 1, changes[job.state.inode] != job.state.changed {
        changes[job.state.inode] = job.state.changed
        inodes.insert(job.state.inode)
      }
      if let old = documents[job.place], old.checkpoint.inode != job.state.inode {
        insert(old, into: &inodes)
      }
    }
    // A name may be gone by which a file was changed just before.
    for document in plan.gone { insert(document, into: &inodes) }
    let planned = Set(plan.jobs.map(\.place))
    for job in queue.linkedJobs(within: plan.looked) where !planned.contains(job.place) {
      inodes.insert(job.state.inode)
    }
    for case .success(let scan) in findings.map(\.result) {
      for file in scan.files where file.state.nameCount > 1 && changes[file.state.inode] == nil {
        changes[file.state.inode] = file.state.changed
      }
    }
    return inodes
  }

  private func insert(_ document: KnownDocument, into inodes: inout Set<UInt64>) {
    if changes[document.checkpoint.inode] != nil { inodes.insert(document.checkpoint.inode) }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import DocumentReading
internal import Foundation
internal import PassageModel
internal import PassageSplitting

/// How fast files are read and split, by one thread, when their bytes are in memory.
///
/// Time is the thread's own, so that other work on the machine counts little.
enum Speed {
  /// One line for each folder below `folder`, and one for all.
  static func measure(_ folder: Folder) throws {
    let files = try folder.files().filter { (try? $0.read()) != nil }
    let groups = Dictionary(grouping: files) { $0.name.prefix { $0 != "/" } }
    for (name, files) in groups.sorted(by: { $0.key < $1.key }) where groups.count > 1 {
      try measure(files, as: String(name))
    }
    try measure(files, as: "all")
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let megabytes = (usage.ru_maxrss + 512) / 1_024
    let held = files.reduce(0) { $0 + $1.bytes.count } / 1_000_000
    print("memory at the peak \(megabytes) MiB, of which the files are \(held) MB")
  }

  private static func measure(_ files: [Folder.File], as name: String) throws {
    let splitter = PassageSplitter()
    var passageCount = 0
    var splitting = 0.0
    let start = now()
    for file in files {
      let document = try file.read()
      let read = now()
      passageCount += splitter.split(document).count
      splitting += now() - read
    }
    let total = now() - start
    let megabytes = Double(files.reduce(0) { $0 + $1.bytes.count }) / 1e6
    func rate(_ seconds: Double) -> String { String(format: "%7.1f MB/s", megabytes / seconds) }
    let sizes = String(format: "%-12@ %7.1f MB", name as NSString, megabytes)
    print(
      "\(sizes), \(passageCount) passages: reading \(rate(total - splitting)), splitting "
        + "\(rate(splitting)), both \(rate(total))"
    )
  }

  /// The thread's processor time in seconds.
  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

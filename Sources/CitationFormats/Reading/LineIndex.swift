// SPDX-License-Identifier: GPL-3.0-or-later

/// Knows on which line of a file a byte stands; a line ends with LF, CR LF, or CR alone.
struct LineIndex {
  /// Where each line begins.
  let starts: [Int]

  init(_ bytes: [UInt8]) {
    var starts = [0]
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
      let next = index + 1
      let isPair = byte == UInt8(ascii: "\r") && next < bytes.count && bytes[next] == 0x0A
      if !isPair { starts.append(next) }
    }
    self.starts = starts
  }

  /// The line that holds `offset`, counted from 0.
  func index(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The line that holds `offset`, counted from 1.
  func number(of offset: Int) -> Int { index(of: offset) + 1 }
}

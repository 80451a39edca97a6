// SPDX-License-Identifier: GPL-3.0-or-later

import CXapianShim

/// Calls the shim and throws what it reports.
///
/// This is the only place that frees an `xsh_error_t`.
func check(_ call: (inout OpaquePointer?) -> xsh_status_t) throws(IndexError) {
  var error: OpaquePointer?
  let status = call(&error)
  guard status != .ok else { return }
  defer { xsh_error_destroy(error) }
  let message = error.map { String(cString: xsh_error_message($0)) } ?? "out of memory"
  throw IndexError(code: IndexError.Code(status), message: "the index engine reports: \(message)")
}

/// Gives `body` the handle that a successful call has set.
func handle(_ opened: OpaquePointer?) throws(IndexError) -> OpaquePointer {
  guard let opened else {
    throw IndexError(code: .engine, message: "the index engine gave no handle")
  }
  return opened
}

extension IndexError.Code {
  /// What a status of the shim means to a caller.
  init(_ status: xsh_status_t) {
    switch status {
    case .locked: self = .locked
    case .revisionLost: self = .revisionLost
    case .notFound: self = .notFound
    case .corrupt, .cannotOpen: self = .corrupt
    case .version: self = .unknownVersion
    case .inputOutput: self = .inputOutput
    case .ok, .invalidArgument, .outOfMemory, .engine: self = .engine
    @unknown default: self = .engine
    }
  }
}

/// The bytes that a call has lent, copied.
func bytes(_ start: UnsafePointer<CChar>?, _ count: Int) -> [UInt8] {
  Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
}

extension StringProtocol {
  /// Lends the UTF-8 of a string to a call of the shim.
  func withShimBytes<Result, Failure: Error>(
    _ body: (UnsafePointer<CChar>, Int) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try Array(utf8).withShimBytes(body)
  }
}

extension [UInt8] {
  /// Lends bytes to a call of the shim.
  func withShimBytes<Result, Failure: Error>(
    _ body: (UnsafePointer<CChar>, Int) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // An empty array need not have an address, and the shim takes no NULL.
    guard !isEmpty else {
      var nothing: CChar = 0
      return try withUnsafePointer(to: &nothing) { (pointer) throws(Failure) in
        try body(pointer, 0)
      }
    }
    return try withUnsafeBufferPointer { (buffer) throws(Failure) in
      guard let start = UnsafeRawPointer(buffer.baseAddress) else {
        preconditionFailure("an array that is not empty has an address")
      }
      return try body(start.assumingMemoryBound(to: CChar.self), buffer.count)
    }
  }
}

/// The metadata of a list, copied; takes the list.
func metadata(takingOwnershipOf list: OpaquePointer) -> [(key: String, value: [UInt8])] {
  defer { xsh_list_destroy(list) }
  var count = 0
  let items = UnsafeBufferPointer(start: xsh_list_items(list, &count), count: count)
  return items.map { item in
    (
      String(decoding: bytes(item.key, item.key_length), as: UTF8.self),
      bytes(item.value, item.value_length)
    )
  }
}

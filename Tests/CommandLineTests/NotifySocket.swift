// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Glibc
import Testing

/// Listens to a service as a service manager does.
///
/// - SeeAlso: sd_notify(3).
final class NotifySocket {
  let path: String
  private let descriptor: Int32
  private let messages: AsyncStream<[String]>

  /// Listens at a new socket in `folder`; one that is deaf never empties it.
  init(in folder: URL, isDeaf: Bool = false) throws {
    let path = folder.appending(path: "notify").path
    self.path = path
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    self.descriptor = descriptor
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(status == 0)
    let (messages, continuation) = AsyncStream<[String]>.makeStream()
    self.messages = messages
    guard !isDeaf else { return }
    // Of its own, because it waits.
    DispatchQueue(label: "splitsearch.NotifySocket").async { [descriptor] in
      var buffer = [UInt8](repeating: 0, count: 4_096)
      while case let count = recv(descriptor, &buffer, buffer.count, 0), count > 0 {
        let text = String(decoding: buffer[..<count], as: UTF8.self)
        continuation.yield(text.split(separator: "\n").map(String.init))
      }
    }
  }

  deinit {
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
  }

  /// Waits for a message with a field that begins with `text`; the test's time limit ends it.
  ///
  /// - Returns: the fields told before, and the one waited for.
  @discardableResult
  func wait(for text: String) async throws -> (before: [String], field: String) {
    var seen: [String] = []
    for await fields in messages {
      if let field = fields.first(where: { $0.hasPrefix(text) }) { return (seen, field) }
      seen += fields
    }
    return try #require(nil as ([String], String)?, "seen: \(seen)")
  }
}

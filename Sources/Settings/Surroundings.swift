// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// What a program finds around it when it starts, as far as its settings depend on it.
package struct Surroundings: Sendable {
  /// The value of an environment variable.
  let variable: @Sendable (String) -> String?
  /// The absolute path of the folder that the program was started in.
  let workingDirectory: String
  /// Whether there is anything at an absolute path.
  let itemExists: @Sendable (String) -> Bool
  /// The bytes of the file at an absolute path; nil if there is none.
  let readFile: @Sendable (String) throws(SettingsError) -> [UInt8]?

  /// Makes surroundings of their parts.
  package init(
    variable: @escaping @Sendable (String) -> String?,
    workingDirectory: String,
    itemExists: @escaping @Sendable (String) -> Bool,
    readFile: @escaping @Sendable (String) throws(SettingsError) -> [UInt8]?
  ) {
    self.variable = variable
    self.workingDirectory = workingDirectory
    self.itemExists = itemExists
    self.readFile = readFile
  }

  /// The surroundings of this process.
  package static func current() -> Surroundings {
    Surroundings(
      variable: { name in getenv(name).map { String(cString: $0) } },
      workingDirectory: currentDirectory(),
      itemExists: { path in access(path, F_OK) == 0 },
      readFile: contents
    )
  }

  /// A variable that is set and not empty.
  func setting(_ name: String) -> String? {
    variable(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A variable that holds an absolute path.
  ///
  /// - SeeAlso: XDG Base Directory Specification: a relative path is invalid and is ignored.
  func absolutePath(_ name: String) -> String? {
    setting(name).flatMap { $0.hasPrefix("/") ? FilePath.absolute($0, in: "/") : nil }
  }
}

private func currentDirectory() -> String {
  guard let path = getcwd(nil, 0) else { return "/" }
  defer { free(path) }
  return String(cString: path)
}

/// No configuration is longer; what is, was named by mistake.
private let largestFile = 1 << 20

@Sendable private func contents(of path: String) throws(SettingsError) -> [UInt8]? {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else {
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw unreadable(path)
  }
  defer { close(file) }
  var contents: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 16_384)
  while contents.count <= largestFile {
    let count = read(file, &buffer, buffer.count)
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { throw unreadable(path) }
    if count == 0 { return contents }
    contents += buffer[..<count]
  }
  throw SettingsError(kind: .configuration, message: "\(path): too long for a configuration")
}

private func unreadable(_ path: String) -> SettingsError {
  let reason = String(cString: strerror(errno))
  return SettingsError(kind: .configuration, message: "\(path): cannot be read: \(reason)")
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import SystemFiles

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
  /// An absolute path without symbolic links.
  let realPath: @Sendable (String) -> String

  /// Makes surroundings of their parts.
  package init(
    variable: @escaping @Sendable (String) -> String?,
    workingDirectory: String,
    itemExists: @escaping @Sendable (String) -> Bool,
    readFile: @escaping @Sendable (String) throws(SettingsError) -> [UInt8]?,
    realPath: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.variable = variable
    self.workingDirectory = workingDirectory
    self.itemExists = itemExists
    self.readFile = readFile
    self.realPath = realPath
  }

  /// The surroundings of this process.
  package static func current() -> Surroundings {
    Surroundings(
      variable: { name in getenv(name).map { String(cString: $0) } },
      workingDirectory: currentDirectory(),
      itemExists: { path in access(path, F_OK) == 0 },
      readFile: contents,
      realPath: RealPath.of
    )
  }

  /// A path as an argument has it, made absolute; `..` stays.
  package func absolute(_ path: String) -> String { FilePath.absolute(path, in: workingDirectory) }

  /// The same without the variables whose names `isLeftOut` is true of.
  func without(_ isLeftOut: @escaping @Sendable (String) -> Bool) -> Surroundings {
    Surroundings(
      variable: { [variable] name in isLeftOut(name) ? nil : variable(name) },
      workingDirectory: workingDirectory,
      itemExists: itemExists,
      readFile: readFile,
      realPath: realPath
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
  // It stands for a configuration that says nothing, and is no regular file.
  if path == "/dev/null" { return [] }
  switch BoundedFile.read(path, limit: largestFile) {
  case .read(let content): return content
  case .missing: return nil
  case .refused(let reason):
    throw SettingsError(kind: .configuration, message: "\(path): \(reason)")
  }
}

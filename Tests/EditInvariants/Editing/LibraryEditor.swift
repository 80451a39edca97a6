// SPDX-License-Identifier: GPL-3.0-or-later

internal import TestSupport

/// Edits a library of documents at random: their texts, their names, and which there are.
package struct LibraryEditor: Sendable {
  package var editor: Editor
  /// The documents there are.
  package private(set) var documents: [LibraryDocument] = []
  /// What has to be done on disk.
  private var steps: [FileStep] = []
  private var count = 0

  /// A library with `count` documents of each kind.
  package init(_ kinds: [any TextKind], count: Int, seed: UInt64) {
    editor = Editor(random: SeededGenerator(seed: seed))
    for kind in kinds {
      for _ in 0..<count { add(editor.document(kind), kind, to: newPath()) }
    }
  }

  /// The files to write for the documents as they are.
  package mutating func takeSteps() -> [FileStep] {
    defer { steps = [] }
    return steps
  }

  /// Does something to each document.
  package mutating func edit() {
    for number in documents.map(\.number).shuffled(using: &editor.random) {
      guard let index = index(of: number) else { continue }
      let edit = editor.random.once(in: 3) ? .edited : LibraryEdit.allCases.pick(&editor.random)
      // Folders hold many documents: renaming each again and again would leave no other edit alone.
      if edit == .folderRenamed, !editor.random.once(in: 8) { continue }
      perform(edit, index)
    }
  }

  private func index(of number: Int) -> Int? { documents.firstIndex { $0.number == number } }

  private mutating func perform(_ edit: LibraryEdit, _ index: Int) {
    let document = documents[index]
    var label = edit.rawValue
    switch edit {
    case .nothing: return
    case .edited: label = "edited: " + self.edit(index).rawValue
    case .renamed, .movedToFolder:
      rename(index, to: edit == .renamed ? newPath(beside: document.path) : newPath())
    case .renamedAndEdited:
      rename(index, to: newPath())
      _ = self.edit(index)
    case .passedOn: passOn(index)
    case .copied: copy(index)
    case .copiedAndDeleted:
      copy(index)
      delete(index)
    case .copiedAndEdited:
      copy(index)
      _ = self.edit(index)
    case .copyEdited:
      copy(index)
      _ = self.edit(documents.count - 1)
    case .deleted: delete(index)
    case .replaced:
      delete(index)
      add(editor.document(document.kind), document.kind, to: document.path)
    case .replacedAfterMoving:
      rename(index, to: newPath())
      add(editor.document(document.kind), document.kind, to: document.path)
    case .copyInItsPlace:
      rename(index, to: newPath())
      add(document.document.copied, document.kind, to: document.path)
      _ = self.edit(documents.count - 1)
    case .swapped: swapNames(index)
    case .halved: halve(index)
    case .joined: join(index)
    case .folderRenamed: renameFolder(of: document.path)
    }
    if let index = self.index(of: document.number) { documents[index].history.append(label) }
  }

  // MARK: Texts

  private mutating func edit(_ index: Int) -> EditKind {
    let edits = EditKind.allCases.filter { $0 != .nothing && $0 != .rewritten }
    let edit = edits.pick(&editor.random)
    editor.edit(
      &documents[index].document,
      edit,
      EditStrength.allCases.pick(&editor.random),
      kind: documents[index].kind
    )
    steps.append(.write(path: documents[index].path))
    return edit
  }

  private mutating func passOn(_ index: Int) {
    guard let block = documents[index].document.blocks.indices.randomElement(using: &editor.random)
    else { return }
    let moved = documents[index].document.blocks.remove(at: block)
    let target = editor.random.number(0...documents.count - 1)
    let end = documents[target].document.blocks.count
    documents[target].document.blocks.insert(moved, at: editor.random.number(0...end))
    steps += [.write(path: documents[index].path), .write(path: documents[target].path)]
    if target != index {
      documents[target].history.append("a paragraph added from another document")
    }
  }

  private mutating func halve(_ index: Int) {
    let blocks = documents[index].document.blocks
    guard blocks.count > 1 else { return }
    let cut = editor.random.number(1...blocks.count - 1)
    var rest = documents[index].document
    rest.blocks = Array(blocks[cut...])
    documents[index].document.blocks = Array(blocks[..<cut])
    steps.append(.write(path: documents[index].path))
    add(rest, documents[index].kind, to: newPath())
  }

  private mutating func join(_ index: Int) {
    let target = editor.random.number(0...documents.count - 1)
    guard target != index else { return }
    documents[target].document.blocks += documents[index].document.blocks
    documents[target].history.append("another joined to it")
    steps.append(.write(path: documents[target].path))
    delete(index)
  }

  // MARK: Files

  private mutating func add(_ text: TrackedDocument, _ kind: any TextKind, to path: String) {
    count += 1
    documents.append(LibraryDocument(number: count, path: path, kind: kind, document: text))
    steps.append(.write(path: path))
  }

  private mutating func copy(_ index: Int) {
    add(documents[index].document.copied, documents[index].kind, to: newPath())
  }

  private mutating func delete(_ index: Int) {
    steps.append(.delete(path: documents[index].path))
    documents.remove(at: index)
  }

  private mutating func rename(_ index: Int, to path: String) {
    steps.append(.rename(from: documents[index].path, to: path))
    documents[index].path = path
  }

  private mutating func swapNames(_ index: Int) {
    let other = editor.random.number(0...documents.count - 1)
    guard other != index else { return }
    let (path, otherPath) = (documents[index].path, documents[other].path)
    rename(index, to: newPath())
    rename(other, to: path)
    rename(index, to: otherPath)
    documents[other].history.append(LibraryEdit.swapped.rawValue)
  }

  private mutating func renameFolder(of path: String) {
    guard let slash = path.lastIndex(of: "/") else { return }
    let folder = path[..<slash]
    count += 1
    let target = "renamed \(count)"
    steps.append(.rename(from: String(folder), to: target))
    for index in documents.indices where documents[index].path.hasPrefix(folder + "/") {
      documents[index].path = target + documents[index].path.dropFirst(folder.count)
      if documents[index].path != target + path.dropFirst(folder.count) {
        documents[index].history.append(LibraryEdit.folderRenamed.rawValue)
      }
    }
  }

  private mutating func newPath(beside path: String? = nil) -> String {
    count += 1
    let name = "text \(count)" + (editor.random.once(in: 4) ? ".md" : ".txt")
    guard let slash = path?.lastIndex(of: "/"), let path else {
      return "folder \(editor.random.number(1...6))/\(name)"
    }
    return "\(path[..<slash])/\(name)"
  }
}

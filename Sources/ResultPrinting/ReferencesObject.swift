// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// What a document leans on, as schema 1 has it.
struct ReferencesObject: Encodable {
  let schema = JSONPrinter.schema
  let index: PageObject.IndexObject
  let document: DocumentObject
  let references: [EntryObject]
  let unresolved: [UnresolvedObject]

  init(_ found: DocumentReferences) {
    index = PageObject.IndexObject(revision: found.revision, complete: found.isComplete)
    document = DocumentObject(found.document)
    references = found.entries.map(EntryObject.init)
    unresolved = found.unresolved.map(UnresolvedObject.init)
  }

  struct EntryObject: Encodable {
    let label: String
    let reference: ReferenceObject
    @Nullable var note: String?
    let passages: [UseObject]

    init(_ entry: DocumentReferences.Entry) {
      label = entry.reference.label
      reference = ReferenceObject(
        entry.reference,
        origin: entry.origin,
        completion: entry.completion
      )
      _note = Nullable(wrappedValue: entry.note)
      passages = entry.uses.map(UseObject.init)
    }
  }

  struct UnresolvedObject: Encodable {
    let label: String
    let reason: String
    let passages: [UseObject]

    init(_ label: DocumentReferences.Unresolved) {
      self.label = label.label
      reason = label.reason
      passages = label.uses.map(UseObject.init)
    }
  }

  struct UseObject: Encodable {
    let anchor: String
    let line: Int

    init(_ use: DocumentReferences.Use) {
      anchor = use.anchor.description
      line = use.line
    }
  }
}

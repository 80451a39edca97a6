// SPDX-License-Identifier: GPL-3.0-or-later

/// What a label leads to.
package struct ReferenceResolution: Hashable, Sendable {
  /// The entry; nil where there is none.
  package let reference: Reference?
  /// Why there is no entry; nil where there is one.
  package let reason: String?
  /// The sidecar that the entry is from, `FOLDER/PATH`; nil for the document's own.
  package let origin: String?
  /// The sidecar that completes the document's own entry, `FOLDER/PATH`; nil if none does.
  package let completion: String?
  /// What else is to be known of the entry: why a sidecar was left aside.
  package let note: String?

  /// An entry, and whence it is.
  init(
    reference: Reference,
    origin: String? = nil,
    completion: String? = nil,
    note: String? = nil
  ) {
    self.init(reference, nil, origin, completion, note)
  }

  /// No entry, for a reason.
  static func none(_ reason: String) -> ReferenceResolution {
    ReferenceResolution(nil, reason, nil, nil, nil)
  }

  private init(
    _ reference: Reference?,
    _ reason: String?,
    _ origin: String?,
    _ completion: String?,
    _ note: String?
  ) {
    self.reference = reference
    self.reason = reason
    self.origin = origin
    self.completion = completion
    self.note = note
  }
}

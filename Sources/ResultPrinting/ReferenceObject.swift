// SPDX-License-Identifier: GPL-3.0-or-later

internal import JSONValues
internal import PassageModel

/// An entry as schema 1 has it.
struct ReferenceObject: Encodable {
  let text: String
  @Nullable var url: String?
  /// A CSL-JSON item of what is known for certain.
  @Nullable var csl: JSONValue?
  @Nullable var origin: String?
  @Nullable var completedBy: String?

  /// Takes an entry, the sidecar it is from and the one that completes it.
  init(_ reference: Reference, origin: String?, completion: String?) {
    text = reference.text
    _url = Nullable(wrappedValue: reference.address)
    _csl = Nullable(wrappedValue: reference.item.flatMap { JSONValue($0) })
    _origin = Nullable(wrappedValue: origin)
    _completedBy = Nullable(wrappedValue: completion)
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// Parts of a query that stand side by side, each list in the order in which they were typed.
package struct QueryGroup: Hashable, Sendable {
  /// What passages are ranked by; one of them has to be there if nothing is required.
  package var optional: [QueryNode]
  /// What has to be there.
  package var required: [QueryNode]
  /// What must not be there; may be all that there is in the group.
  package var excluded: [QueryNode]

  /// A group of these parts.
  package init(
    optional: [QueryNode] = [],
    required: [QueryNode] = [],
    excluded: [QueryNode] = []
  ) {
    self.optional = optional
    self.required = required
    self.excluded = excluded
  }
}

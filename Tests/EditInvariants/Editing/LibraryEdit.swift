// SPDX-License-Identifier: GPL-3.0-or-later

/// What is done to a document among others.
package enum LibraryEdit: String, CaseIterable, Sendable {
  case nothing = "nothing"
  case edited = "edited"
  case renamed = "renamed"
  case movedToFolder = "moved to another folder"
  case renamedAndEdited = "renamed and edited"
  case passedOn = "a paragraph moved to another document"
  case copied = "copied"
  case copiedAndDeleted = "copied, then deleted"
  case copiedAndEdited = "copied, then edited"
  case copyEdited = "copied, the copy edited"
  case deleted = "deleted"
  case replaced = "deleted, a new one in its place"
  case replacedAfterMoving = "moved away, a new one in its place"
  case copyInItsPlace = "moved away, an edited copy in its place"
  case swapped = "names swapped with another"
  case halved = "divided into two"
  case joined = "joined to another"
  case folderRenamed = "its folder renamed"
}

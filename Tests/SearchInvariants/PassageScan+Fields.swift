// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import PassageIndex
internal import PassageModel
internal import TextAnalysis

extension PassageScan {
  /// What a field wants.
  func field(_ demand: TypedQuery.FieldDemand) -> Condition? {
    switch demand {
    case .title(let text):
      guard let isIn = matcher(text) else { return nil }
      return { isIn([self.titles[self.texts[$0].document]]) }
    case .heading(let text):
      guard let isIn = matcher(text) else { return nil }
      return { isIn(self.texts[$0].headings) }
    case .author(let text):
      guard let isIn = matcher(text) else { return nil }
      return { self.authors[self.texts[$0].document].contains { isIn([$0]) } }
    case .cites(let text):
      guard let isIn = matcher(text) else { return nil }
      return { number in
        let text = self.texts[number]
        let all = zip(self.records[text.document].references, self.entries[text.document])
        return text.passage.markers.contains { marker in
          let entries = all.filter { $0.0.label == marker.label }
          // A label that leads to different entries leads nowhere.
          return Set(entries.map(\.0)).count == 1 && entries.contains { isIn([$0.1]) }
        }
      }
    case .path(let wanted, let isPattern):
      return documents { record in
        let path = Array(Self.plain(record.path.description))
        let wanted = Array(Self.plain(wanted))
        return isPattern
          ? Self.isLike(wanted[...], path[...]) : path.firstRange(of: wanted) != nil
      }
    case .folder(let wanted):
      return documents { Self.plain($0.folder).contains(Self.plain(wanted)) }
    case .type(let wanted):
      return documents { record in
        record.path.fileExtension == wanted || record.mediaType == wanted
          || record.mediaType.split(separator: "/").last.map(String.init) == wanted
      }
    case .language(let wanted):
      return documents { record in
        guard let language = record.language?.lowercased() else { return wanted == "und" }
        return language == wanted || language.hasPrefix(wanted + "-")
      }
    case .modified(let seconds):
      return documents { record in
        let second = Double(record.checkpoint.modified.nanoseconds) / 1e9
        return second >= Double(seconds.lowerBound) && second < Double(seconds.upperBound)
      }
    }
  }

  private func documents(_ isWanted: (DocumentRecord) -> Bool) -> Condition {
    let wanted = records.map(isWanted)
    return { wanted[self.texts[$0].document] }
  }

  private static func plain(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }

  /// Finds words in several texts: single ones anywhere in them, others in one of them.
  private func matcher(_ text: TypedQuery.FieldText) -> (([[Word]]) -> Bool)? {
    switch text {
    case .words(let typed):
      let stems = stems(of: typed)
      guard !stems.isEmpty else { return nil }
      return { texts in
        func hold(_ numbers: Set<Int32>) -> Bool {
          texts.contains { $0.contains { numbers.contains($0.stem) } }
        }
        return (stems.parts + stems.pairs).allSatisfy(hold) || stems.compounds.contains(where: hold)
      }
    case .phrase(let typed):
      guard let phrase = phrase(typed) else { return nil }
      return { texts in
        texts.contains { words in
          !self.places(of: phrase, in: words.filter(\.kind.hasPosition)[...]).isEmpty
        }
      }
    case .pattern(let pattern):
      let sequence = sequence(ofPatterns: [pattern])
      return { texts in
        texts.contains { words in
          !self.places(of: sequence, in: words.filter(\.kind.hasPosition)[...]).isEmpty
        }
      }
    }
  }
}

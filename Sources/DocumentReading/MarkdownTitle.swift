// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Chooses the title of a Markdown text.
///
/// It is what the front matter says, else the first heading of level 1. The front matter belongs
/// to the title's range; where neither it nor a heading right after it gives a title, it is text.
struct MarkdownTitle {
  let frontMatter: FrontMatter?

  func outline(of parts: [Outline.Part]) -> Outline {
    var parts = parts
    if let frontMatter {
      let opening = parts.first.flatMap(topHeading)
      if let opening, frontMatter.title == nil || frontMatter.title == opening.text {
        parts[0] = .title(
          text: opening.text,
          range: frontMatter.range.lowerBound..<opening.range.upperBound
        )
      } else if let title = frontMatter.title {
        parts.insert(.title(text: title, range: frontMatter.range), at: 0)
      } else {
        parts = withFirstHeadingAsTitle(parts)
        parts.insert(.code(frontMatter.range), at: 0)
      }
    } else {
      parts = withFirstHeadingAsTitle(parts)
    }
    return Outline(parts: parts, authors: frontMatter?.authors ?? [])
  }

  private func withFirstHeadingAsTitle(_ parts: [Outline.Part]) -> [Outline.Part] {
    var parts = parts
    for (index, part) in parts.enumerated() {
      guard let heading = topHeading(part) else { continue }
      parts[index] = .title(text: heading.text, range: heading.range)
      break
    }
    return parts
  }

  private func topHeading(_ part: Outline.Part) -> Heading? {
    guard case .heading(let heading) = part, heading.level == 1 else { return nil }
    return heading
  }
}

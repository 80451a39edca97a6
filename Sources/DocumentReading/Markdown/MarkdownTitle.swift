// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Chooses the title of a Markdown text.
///
/// It is what the front matter says, else the first heading of level 1. The front matter belongs to
/// the title's range, with a heading right after it that says the same; a heading further on that
/// gives the title stays a heading.
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
      } else {
        let title = frontMatter.title ?? parts.lazy.compactMap(topHeading).first?.text
        parts.insert(.title(text: title, range: frontMatter.range), at: 0)
      }
    } else if let index = parts.firstIndex(where: { topHeading($0) != nil }),
      let heading = topHeading(parts[index])
    {
      parts[index] = .title(text: heading.text, range: heading.range)
    }
    return Outline(
      parts: parts,
      authors: frontMatter?.authors ?? [],
      language: frontMatter?.language,
      date: frontMatter?.date
    )
  }

  private func topHeading(_ part: Outline.Part) -> Heading? {
    guard case .heading(let heading) = part, heading.level == 1 else { return nil }
    return heading
  }
}

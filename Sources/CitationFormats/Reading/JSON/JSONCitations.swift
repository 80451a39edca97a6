// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Finds the citations in JSON: annotations, CSL items, hits of a search, and anchors in strings.
struct JSONCitations {
  private let lines: LineIndex
  private let spelling: FixPlace.Spelling
  /// Values that are passed over with all that they hold: they belong to a quotation.
  private var taken: Set<Int> = []
  /// By the target of an annotation, the day on which that was made.
  private var days: [Int: String] = [:]
  private var findings = CitationFindings()

  /// Everything that is found in `range` of a file, or in all of it.
  ///
  /// - Throws: where it is no JSON, and that it holds too many values.
  static func find(
    in utf8: [UInt8],
    _ range: Range<Int>? = nil,
    spelling: FixPlace.Spelling = .json,
    lines: LineIndex
  ) throws(FileFault) -> CitationFindings {
    let json = try FlatJSON(of: utf8, in: range ?? 0..<utf8.count)
    var citations = JSONCitations(lines: lines, spelling: spelling)
    citations.read(json)
    return citations.findings
  }

  private init(lines: LineIndex, spelling: FixPlace.Spelling) {
    self.lines = lines
    self.spelling = spelling
  }

  private mutating func read(_ json: borrowing FlatJSON) {
    var index = 0
    while index < json.count {
      if taken.contains(index) || (json.kind(index) == .object && readObject(index, json)) {
        index = json.next(index)
        continue
      }
      if json.kind(index) == .string { readString(index, json) }
      index += 1
    }
  }

  // MARK: Objects

  /// Reads an object that says something of a citation; true if nothing in it says more.
  private mutating func readObject(_ index: Int, _ json: borrowing FlatJSON) -> Bool {
    let members = JSONMembers(of: index, in: json)
    noteDay(members, json)
    if let selector = members[.selector] {
      return readTarget(index, members, selectors: json.elements(selector), json)
    }
    if JSONSelector(index, members, json) != nil {
      return readTarget(index, nil, selectors: [index], json)
    }
    if let custom = members[.custom], json.kind(custom) == .object {
      readItem(custom, note: members[.note], json)
      return false
    }
    if members[.anchor] != nil, members[.quotation] ?? members[.exact] != nil {
      return readRecord(members, note: nil, json)
    }
    return false
  }

  private mutating func noteDay(_ members: JSONMembers, _ json: borrowing FlatJSON) {
    guard let target = members[.target], let created = json.string(members[.created]),
      let day = StampReader.day(String(created.prefix(10)))
    else { return }
    for element in json.elements(target) { days[element] = day }
  }

  /// Reads selectors, and what the object around them says of the same place.
  private mutating func readTarget(
    _ index: Int,
    _ members: JSONMembers?,
    selectors: [Int],
    _ json: borrowing FlatJSON
  ) -> Bool {
    var draft = QuotationDraft()
    if let members {
      add(members, to: &draft, json)
    }
    let hasAnchor = draft.quotation.anchor != nil
    let hasSelector = add(selectors: selectors, to: &draft, json)
    guard hasAnchor || hasSelector else { return false }
    draft.quotation.day = draft.quotation.day ?? days[index]
    draft.cover(json.range(index))
    if let found = draft.finished(lines: lines) { findings.quotations.append(found) }
    return true
  }

  /// Adds selectors, and those that refine them; true if one of them says anything.
  private mutating func add(
    selectors: [Int],
    to draft: inout QuotationDraft,
    _ json: borrowing FlatJSON
  ) -> Bool {
    var left = selectors[...]
    var refining: [Int] = []
    var isAny = false
    while let index = left.popFirst() ?? refining.popLast() {
      guard json.kind(index) == .object else { continue }
      let members = JSONMembers(of: index, in: json)
      if let more = members[.refinedBy] { refining += json.elements(more) }
      guard let selector = JSONSelector(index, members, json) else { continue }
      switch selector.add(to: &draft, json, spelling: spelling) {
      case nil: isAny = true
      case let reason?:
        // It was meant as one.
        isAny = true
        let text = String(json.written(index).prefix(200))
        findings.add(reason, text, at: json.range(index), lines: lines)
      }
    }
    return isAny
  }

  /// Reads the two members of a CSL item that hold the citation: for programs, and for people.
  private mutating func readItem(_ custom: Int, note: Int?, _ json: borrowing FlatJSON) {
    let members = JSONMembers(of: custom, in: json)
    guard members[.anchor] != nil, readRecord(members, note: note, json) else { return }
    taken.insert(custom)
    if let note { taken.insert(note) }
  }

  /// Reads an object with an anchor and a quotation, and a note that says the same.
  private mutating func readRecord(
    _ members: JSONMembers,
    note: Int?,
    _ json: borrowing FlatJSON
  ) -> Bool {
    var draft = QuotationDraft()
    add(members, to: &draft, json)
    guard let anchor = draft.quotation.anchor else { return false }
    if let note, json.kind(note) == .string {
      let text = json.text(note, spelling: spelling)
      for citation in TextCitations.citations(in: text, lines: lines, findings: &findings) {
        var other = makeDraft(of: citation, in: text)
        // For people the anchor shows the words, too.
        if citation.anchor.showing(nil) == anchor.showing(nil) {
          draft.merge(other)
        } else {
          other.quotation.text = citation.quotation
          if let found = other.finished(lines: lines) { findings.quotations.append(found) }
        }
      }
    }
    if let found = draft.finished(lines: lines) { findings.quotations.append(found) }
    return true
  }

  /// Adds what the members of an object say of a quotation besides selectors.
  private mutating func add(
    _ members: JSONMembers,
    to draft: inout QuotationDraft,
    _ json: borrowing FlatJSON
  ) {
    for name in [JSONMembers.Name.anchor, .id, .source] where draft.quotation.anchor == nil {
      if let value = members[name] { add(anchor: value, to: &draft, json) }
    }
    if draft.quotation.source == nil, let source = members[.source] {
      draft.quotation.source =
        json.string(source) ?? member(.id, of: source, json).flatMap { json.string($0) }
    }
    draft.quotation.text = json.string(members[.quotation] ?? members[.exact])
    if draft.quotation.text == nil, let passage = members[.passage] {
      draft.quotation.text = member(.text, of: passage, json).flatMap { json.string($0) }
    }
    draft.quotation.prefix = json.string(members[.prefix]) ?? ""
    draft.quotation.suffix = json.string(members[.suffix]) ?? ""
    draft.quotation.day = json.string(members[.citedDay]).flatMap(StampReader.day)
    if let index = members[.lookalike], let lookalike = json.double(index),
      (0...1).contains(lookalike)
    {
      draft.quotation.lookalike = lookalike
      draft.add(
        FixPlace(
          .lookalike,
          range: json.range(index),
          text: json.written(index),
          spelling: .plain
        )
      )
    }
    if let digest = members[.digest]
      ?? members[.document].flatMap({ member(.digest, of: $0, json) })
    {
      add(digest: digest, to: &draft, json)
    }
  }

  private func member(
    _ name: JSONMembers.Name,
    of index: Int,
    _ json: borrowing FlatJSON
  ) -> Int? {
    guard json.kind(index) == .object else { return nil }
    return JSONMembers(of: index, in: json)[name]
  }

  private mutating func add(
    anchor index: Int,
    to draft: inout QuotationDraft,
    _ json: borrowing FlatJSON
  ) {
    // Each is read once, even where what it belongs to turns out to be no citation.
    guard json.kind(index) == .string, !taken.contains(index) else { return }
    let text = json.text(index, spelling: spelling)
    guard let candidate = AnchorScanner(text.utf8).whole(0..<text.utf8.count) else { return }
    switch candidate.anchor {
    case .success(let anchor): draft.add(anchor, candidate.range, of: text)
    case .failure(let fault):
      taken.insert(index)
      let place = text.place(of: candidate.range)
      findings.add(fault.description, text.string(candidate.range), at: place, lines: lines)
    }
  }

  private mutating func add(
    digest index: Int,
    to draft: inout QuotationDraft,
    _ json: borrowing FlatJSON
  ) {
    guard json.kind(index) == .string, taken.insert(index).inserted else { return }
    let text = json.text(index, spelling: spelling)
    guard text.utf8.starts(with: "sha256:".utf8) else { return }
    draft.add(stamp: text.trimmed, of: text, to: &findings, lines: lines)
  }

  // MARK: Strings

  private mutating func readString(_ index: Int, _ json: borrowing FlatJSON) {
    guard json.bytes(index).contains(UInt8(ascii: "#")) else { return }
    let text = json.text(index, spelling: spelling)
    for citation in TextCitations.citations(in: text, lines: lines, findings: &findings) {
      var draft = makeDraft(of: citation, in: text)
      draft.quotation.text = citation.quotation
      if let found = draft.finished(lines: lines) { findings.quotations.append(found) }
    }
  }

  private mutating func makeDraft(
    of citation: TextCitations.Citation,
    in text: SpelledText
  ) -> QuotationDraft {
    var draft = QuotationDraft(citation.anchor, citation.range, of: text)
    if !citation.quotationRange.isEmpty { draft.cover(text.place(of: citation.quotationRange)) }
    if let stamp = citation.stamp {
      draft.add(stamp: stamp, of: text, to: &findings, lines: lines)
    }
    return draft
  }
}

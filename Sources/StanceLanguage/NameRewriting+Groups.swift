import StanceDiagnostics

extension NameRewriting {
  /// Takes out of the declarations that one of two merged things is from the other: nothing is from
  /// itself.
  mutating func leaveOwnGroups() {
    guard purpose == .merge else { return }
    for (index, file) in files.enumerated() {
      for declaration in file.declarations where isOwn(declaration.subject.key) {
        for edit in ownGroups(declaration, in: file.source) {
          edits[index].removeAll { Self.isPart($0.span, of: edit.span) }
          // A sentence that said nothing else says the old name instead, once.
          if !edit.text.isEmpty { edits[index].removeAll { $0.span == declaration.endSpan } }
          edits[index].append(edit)
        }
      }
    }
  }

  /// Whether a name is that of one of the two things that become one.
  private func isOwn(_ key: String) -> Bool { key == old.key || key == new.key }

  private static func isPart(_ part: SourceSpan, of span: SourceSpan) -> Bool {
    span.start < part.end && part.end <= span.end && part.length > 0
  }

  /// The edits that take such groups out of a declaration. None where a comment would go with them:
  /// the files are refused for their circle then.
  private func ownGroups(
    _ declaration: NameOccurrences.Declaration, in source: SourceText
  ) -> [(span: SourceSpan, text: String)] {
    let groups = declaration.groups
    let isKept = groups.map { !isOwn($0.key) }
    guard isKept.contains(false) else { return [] }
    var spans: [SourceSpan] = []
    if let kept = isKept.firstIndex(of: true) {
      spans = groups.indices.filter { !isKept[$0] }.map { index in
        index > kept
          ? SourceSpan(groups[index - 1].span.end, groups[index].span.end)
          : SourceSpan(groups[index].span.start, groups[index + 1].span.start)
      }
    } else if let head = endOfHead(before: groups[0].span.start, in: source) {
      spans = [SourceSpan(head, groups[groups.count - 1].span.end)]
    }
    let comment = UInt8(ascii: "#")
    if spans.contains(where: { source.bytes[$0.start..<$0.end].contains(comment) }) { return [] }
    let isAll = !declaration.hasType && declaration.aliases.isEmpty && !isKept.contains(true)
    return spans.map { ($0, isAll ? " also \(quotedIfNeeded(old.name))" : "") }
  }

  /// Where the words before ‘from’ end, or nil where something else stands before the group.
  private func endOfHead(before group: Int, in source: SourceText) -> Int? {
    let head = source.bytes[..<group]
    guard let last = head.lastIndex(where: { $0 > 0x20 }), last > 3,
      head[(last - 3)...last].elementsEqual("from".utf8)
    else { return nil }
    return head[..<(last - 3)].lastIndex { $0 > 0x20 }.map { $0 + 1 }
  }
}

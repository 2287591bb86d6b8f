import StanceDiagnostics
import StanceLanguage
import StanceModel
import StanceStore

// Who belongs to which groups.
extension GraphLoader {
  mutating func declareGroups(of syntax: NodeSyntax) throws {
    guard !syntax.groups.isEmpty else { return }
    let member = try known(syntax.name)
    for group in syntax.groups {
      let parent = try resolve(
        group.name, kinds: .all, fallback: member.kind, "the group after ‘from’")
      if let since = group.since, let until = group.until, since.first > until.last {
        throw Diagnostic(
          .error, .valueOutOfRange, "the affiliation would end before it began",
          at: group.name.span)
      }
      let record = AffiliationRecord(
        member: member.id, group: parent.id, since: group.since, until: group.until)
      declarations.affiliations.append((origins.current, group.name.span, record))
    }
  }

  /// Stores the affiliations that were declared, once it is known that none leads back to itself and
  /// no chain of them is too long.
  mutating func storeAffiliations(_ texts: [SourceText]) throws {
    var all = affiliations
    for (_, _, record) in declarations.affiliations { all.insert(record) }
    let extent = all.extent()
    for (file, span, record) in declarations.affiliations {
      try attempt(file) { loader in
        if extent == nil { try loader.refuseCircle(record, at: span, in: texts) }
        if let height = extent?.heights[record.member], height > Self.affiliationLimit {
          throw Diagnostic.tooDeep(loader.names.nodes[record.member], at: span)
        }
        let thing = DeclaredThing(record)
        if loader.affiliations.insert(record), !loader.origins.isStated(thing) {
          try loader.writer.put(record)
        }
        loader.origins.state(thing)
      }
    }
    if let extent, extent.chains > Self.chainLimit, let last = declarations.affiliations.last {
      note(
        Diagnostic(
          .error, .nestingLimit,
          "the affiliations make more than \(Self.chainLimit) chains from a name up to a group",
          at: last.1), of: last.file)
    }
  }

  private func refuseCircle(
    _ record: AffiliationRecord, at span: SourceSpan, in texts: [SourceText]
  ) throws {
    guard let circle = affiliations.chain(from: record.group, to: record.member) else { return }
    let chain = ([record.member] + circle).compactMap { names.nodes[$0]?.name }
    let others = zip(circle, circle.dropFirst()).compactMap { member, group in
      place(of: member, in: group, texts)
    }
    throw Diagnostic(
      .error, .cyclicAffiliation,
      "an affiliation may not lead back to itself: \(chain.joined(separator: " → "))", at: span,
      help: others.isEmpty
        ? nil : "take this one out, or one at \(others.joined(separator: ", "))")
  }

  /// Where one of the files that are loaded says that a node belongs to a group.
  private func place(of member: Int, in group: Int, _ texts: [SourceText]) -> String? {
    let found = declarations.affiliations.first { $0.2.member == member && $0.2.group == group }
    return found.map { file, span, _ in
      "\(texts[file].name):\(texts[file].position(of: span.start).line)"
    }
  }
}

extension Diagnostic {
  fileprivate static func tooDeep(_ member: NodeRecord?, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, .nestingLimit,
      "“\(member?.name ?? "")” belongs to groups through more than "
        + "\(GraphLoader.affiliationLimit) others", at: span)
  }
}

import StanceLanguage
import StanceModel

extension Plan {
  /// The plan as an indented outline: what has to hold, what is derived, what is answered.
  ///
  /// Names of nodes and relations are not known here; they are given by their identifiers.
  public var outline: String {
    var lines: [String] = []
    for (index, relation) in derived.enumerated() {
      let marks = [relation.isMutual ? "mutual" : nil, relation.isCounting ? "counting" : nil]
        .compactMap(\.self)
      lines.append("derived \(index) ‘\(relation.name)’ \(marks.joined(separator: ", "))")
      for rule in relation.rules {
        let object = rule.object.map { ", \(name($0))" } ?? ""
        let counted = rule.counted.map { " counting \(name($0))" } ?? ""
        lines.append("  rule (\(name(rule.subject))\(object))\(counted)")
        lines += describe(rule.condition).map { "    " + $0 }
      }
    }
    if let level { lines.append("rolled up to \(level.joined(separator: ", "))") }
    lines += describe(condition)
    for optional in optionals {
      lines.append("optionally")
      lines += describe(optional).map { "  " + $0 }
    }
    lines.append(answerLine)
    lines += orderingLines
    return lines.map { $0 + "\n" }.joined()
  }

  private var answerLine: String {
    switch answer {
    case .holds: "answer whether it holds"
    case .rows(let columns): "answer " + columns.map(\.label).joined(separator: ", ")
    case .path(let path):
      "\(path.isEvery ? "every path" : "shortest paths") from \(path.from) to \(path.to) within "
        + "\(path.steps) steps along \(describe(path.links))"
    }
  }

  private var orderingLines: [String] {
    var lines = ordering.keys.map { key in
      "sort by \(describe(key.value))\(key.isDescending ? " descending" : "")"
    }
    if let limit = ordering.limit { lines.append("at most \(limit) rows") }
    if ordering.skip > 0 { lines.append("after the first \(ordering.skip)") }
    return lines
  }

  private func describe(_ value: ColumnValue) -> String {
    switch value {
    case .variable(let id): return name(id)
    case .field(let id, let field): return "s\(id.index).\(field.rawValue)"
    case .attribute(let id, let attribute): return "\(name(id)).\(attribute)"
    case .statement(let id): return "s\(id.index)"
    case .weight: return "weight"
    case .aggregate(let function, let argument):
      let what =
        switch argument {
        case .variable(let id): name(id)
        case .attribute(let id, let attribute): "\(name(id)).\(attribute)"
        case .weight: "weight"
        case .statements: "statements"
        case .field(let field): field.rawValue
        case .fieldOf(let id, let field): "s\(id.index).\(field.rawValue)"
        }
      return "\(function.rawValue) \(what)"
    }
  }

  private func name(_ id: VariableID) -> String {
    variables[id.index].name.map { "?\($0)" } ?? "_\(id.index)"
  }

  private func name(_ reference: Reference) -> String {
    switch reference {
    case .variable(let id): name(id)
    case .constant(let id): "#\(id)"
    }
  }

  private func describe(_ formula: Formula) -> [String] {
    switch formula {
    case .all(let parts): return parts.flatMap(describe)
    case .any(let parts):
      return parts.flatMap { part in ["either"] + describe(part).map { "  " + $0 } }
    case .not(let inner): return ["not"] + describe(inner).map { "  " + $0 }
    case .statement(let atom): return [describe(atom)]
    case .derived(let atom):
      let object = atom.object.map { ", \(name($0))" } ?? ""
      return ["‘\(derived[atom.relation].name)’(\(name(atom.subject))\(object))"]
    case .reaches(let atom):
      return [
        "\(name(atom.from)) reaches \(name(atom.to)) within \(atom.steps) along "
          + describe(atom.links)
      ]
    case .node(let id): return ["\(name(id)) ranges over nodes"]
    case .source(let id): return ["\(name(id)) ranges over sources"]
    case .affiliated(let member, let group, let time):
      let moment = time.map { " at the time of s\($0.index)" } ?? ""
      return ["\(name(member)) belongs to \(name(group))\(moment)"]
    case .hasType(let reference, let types):
      return ["\(name(reference)) is of \(types.joined(separator: ", "))"]
    case .same(let left, let right): return ["\(name(left)) is \(name(right))"]
    case .oneOf(let reference, let ids):
      return ["\(name(reference)) is one of \(ids.map { "#\($0)" }.joined(separator: ", "))"]
    case .attribute(let reference, let attribute, let sign, let constant):
      return ["\(name(reference)).\(attribute) \(sign.rawValue) \(describe(constant))"]
    case .compare(let left, let sign, let right):
      return ["\(describe(left)) \(sign.rawValue) \(describe(right))"]
    case .precedes(let first, let second): return ["s\(first.index) is before s\(second.index)"]
    }
  }

  private func describe(_ atom: StatementAtom) -> String {
    let relation =
      switch atom.relations {
      case .fixed(let ids): ids.map { "#\($0)" }.joined(separator: "|")
      case .variable(let id, _): name(id)
      }
    let conditions = atom.conditions.map(describe) + (atom.opposite == nil ? [] : ["current"])
    let restriction = conditions.isEmpty ? "" : " with " + conditions.joined(separator: ", ")
    let ends = "\(name(atom.subject)), \(name(atom.object))"
    return "s\(atom.id.index): relation \(relation)(\(ends))\(restriction)"
  }

  private func describe(_ condition: StatementCondition) -> String {
    switch condition {
    case .begins(let sign, let day): "first day \(sign.rawValue) \(day)"
    case .ends(let sign, let day): "last day \(sign.rawValue) \(day)"
    case .lies(let first, let last): "first day >= \(first), last day <= \(last)"
    case .date(let id): "date \(name(id))"
    case .speaker(let reference): "speaker \(name(reference))"
    case .source(let reference): "source \(name(reference))"
    case .saying(let phrase): "words “\(phrase.dropFirst().dropLast())”"
    case .provided(let phrase): "condition “\(phrase.dropFirst().dropLast())”"
    case .unconditional: "no condition"
    case .field(let field, let sign, let constant):
      "\(field.rawValue) \(sign.rawValue) \(describe(constant))"
    case .offsets(let start, let end): "at \(start)..\(end)"
    }
  }

  private func describe(_ links: Links) -> String {
    var names = links.relations.map { "#\($0)" } + links.derived.map { "‘\(derived[$0].name)’" }
    if links.affiliation { names.append("from") }
    let conditions = links.conditions.map(describe)
    return names.joined(separator: ", ")
      + (conditions.isEmpty ? "" : " with " + conditions.joined(separator: ", "))
  }

  private func describe(_ quantity: Quantity) -> String {
    switch quantity {
    case .variable(let id): name(id)
    case .attribute(let id, let attribute): "\(name(id)).\(attribute)"
    case .field(let id, let field): "s\(id.index).\(field.rawValue)"
    case .constant(let constant): describe(constant)
    }
  }

  private func describe(_ constant: Constant) -> String {
    switch constant {
    case .number(let number): number.description
    case .date(let date): date.description
    case .text(let text): "“\(text)”"
    case .node(let id): "#\(id)"
    case .nodes(let ids): "one of " + ids.map { "#\($0)" }.joined(separator: ", ")
    }
  }
}

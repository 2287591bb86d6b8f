import StanceModel

/// The legend of a DOT text for others: a box of sample edges.
struct DOTLegend {
  let entries: [LegendEntry]
  let theme: Theme

  /// A cluster of statements, or nothing without entries.
  func lines() -> [String] {
    let lines = entries.enumerated().flatMap { index, entry in
      statements(entry, name: "legend_\(index)").map { "    " + $0 }
    }
    guard !lines.isEmpty else { return [] }
    let rule = DOTText.plain(theme.rule.hex)
    return ["  subgraph cluster_legend {", "    graph [label=\"\" color=\(rule)]"] + lines + ["  }"]
  }

  private func statements(_ entry: LegendEntry, name: String) -> [String] {
    let label = DOTText.label([entry.text])
    switch entry {
    case .relation(_, let style, let isDirected):
      let ends = isDirected ? "arrowhead=\"\(style.head.rawValue)\"" : "dir=\"none\""
      let look =
        "color=\(DOTText.plain(style.color.hex)) style=\"\(style.line.rawValue)\""
        + " penwidth=\"\(DOTText.number(1.6 + style.emphasis))\" \(ends)"
      return sample(name, label: label, look: look)
    case .condition:
      let look = "color=\(DOTText.plain(theme.muted.hex)) arrowhead=\"normalodot\""
      return sample(name, label: label, look: look)
    case .kind(let kind, let hasGround):
      let look =
        "fillcolor=\(DOTText.plain((hasGround ? theme.fill(kind) : theme.ground).hex))"
        + " color=\(DOTText.plain(theme.outline(kind).hex))"
      return ["\(name) [label=\(label) \(NodeShape.attributes(kind)) \(look)]"]
    case .group(_, let ground):
      let look = "shape=\"box\" fillcolor=\(DOTText.plain(ground.hex))"
      return ["\(name) [label=\(label) \(look) color=\(DOTText.plain(theme.muted.hex))]"]
    case .weight, .heading, .sample:
      return ["\(name) [label=\(label) shape=\"plaintext\" style=\"\"]"]
    }
  }

  private func sample(_ name: String, label: String, look: String) -> [String] {
    [
      "\(name)_from [label=\"\" shape=\"point\" width=\"0.01\" height=\"0.01\"]",
      "\(name) [label=\(label) shape=\"plaintext\" style=\"\"]",
      "\(name)_from -> \(name) [\(look)]",
    ]
  }
}

/// How nodes of a kind look in DOT: actors round, places with a double line, proposals like a sheet.
enum NodeShape {
  static func attributes(_ kind: NodeKind) -> String {
    switch kind {
    case .actor: "shape=\"box\" style=\"rounded,filled\""
    case .proposal: "shape=\"note\""
    case .place: "shape=\"box\" peripheries=\"2\""
    }
  }
}

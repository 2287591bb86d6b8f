import StanceModel

/// Dark ink on white, or light ink on a dark ground.
public enum Theme: String, CaseIterable, Hashable, Sendable {
  case light, dark

  /// The ground.
  var ground: Color { pick("#FFFFFF", "#15191E") }
  /// Names and titles.
  var ink: Color { pick("#1B1F24", "#ECEEF0") }
  /// Footers and notes.
  var muted: Color { pick("#59636E", "#A3ADB8") }
  /// Rules and frames.
  var rule: Color { pick("#D5DAE0", "#3A434D") }
  /// The ground of a cluster.
  var clusterGround: Color { pick("#F7F8FA", "#1B2128") }

  /// The ground of a node by its kind.
  func fill(_ kind: NodeKind) -> Color {
    switch kind {
    case .actor: pick("#E9F0F7", "#22303E")
    case .proposal: pick("#FBF5E0", "#37311D")
    case .place: pick("#E8F3EA", "#213428")
    }
  }

  /// The outline of a node by its kind.
  func outline(_ kind: NodeKind) -> Color {
    switch kind {
    case .actor: pick("#4A6482", "#7FA0C4")
    case .proposal: pick("#87701F", "#C9AE5A")
    case .place: pick("#457552", "#7FB88E")
    }
  }

  /// The grounds of the first groups, in order; later ones share `otherGround`.
  var groupGrounds: [Color] {
    switch self {
    case .light:
      ["#BBD9F0", "#F6CDAE", "#B5E2D2", "#F3E3A1", "#E7C3D8", "#D9D4EE", "#CBDD8E", "#DDD3C2"]
        .map(Color.init)
    case .dark:
      ["#1D4F73", "#7A3D12", "#11594A", "#6B5A12", "#6B3457", "#463E78", "#46612A", "#5C5140"]
        .map(Color.init)
    }
  }

  var otherGround: Color { pick("#E3E6EA", "#343B43") }

  func pick(_ light: String, _ dark: String) -> Color {
    switch self {
    case .light: Color(light)
    case .dark: Color(dark)
    }
  }
}

/// A colour as `#RRGGBB`, which SVG, DOT and xdot all read.
struct Color: Hashable, Sendable {
  let hex: String

  init(_ hex: String) { self.hex = hex }
}

import StanceDiagnostics

/// A syntax tree as text without the places of its parts, so that what is written in two ways can be
/// compared. Whether an optional place is there is kept.
func shape(_ value: Any) -> String {
  if value is SourceSpan { return "·" }
  let mirror = Mirror(reflecting: value)
  let children = mirror.children.filter { $0.label != "span" }
  switch mirror.displayStyle {
  case .optional: return children.first.map { shape($0.value) } ?? "nil"
  case .collection: return "[\(children.map { shape($0.value) }.joined(separator: ", "))]"
  case .enum:
    guard let payload = children.first else { return "\(value)" }
    return "\(payload.label ?? "")(\(shape(payload.value)))"
  case .struct, .tuple:
    guard !children.isEmpty else { return "\(value)" }
    if value is String { return "\(value)" }
    return "(\(children.map { "\($0.label ?? ""): \(shape($0.value))" }.joined(separator: ", ")))"
  default: return String(reflecting: value)
  }
}

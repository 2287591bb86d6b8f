import Foundation
public import StanceModel

// What files say of one thing, each perhaps another part of it. It is kept as the detail of the
// origin, so that the thing follows from what the files say now, whichever was loaded when.

/// That a sentence gives a node a type, and how it spells its name.
public struct NodeSaying: Hashable, Sendable {
  public var type: String
  public var name: String

  public init(type: String, name: String) {
    self.type = type
    self.name = name
  }

  public init(detail: String) {
    let parts = detail.split(separator: " ", maxSplits: 1).map(String.init)
    type = parts.first ?? ""
    name = parts.count > 1 ? parts[1] : ""
  }

  public var detail: String { "\(type) \(name)" }
}

/// That a sentence says which kinds a verb joins, and what its opposite is.
public struct RelationSaying: Hashable, Sendable {
  public var signatures: Set<Relation.Signature>
  public var opposite: String?

  public init(signatures: Set<Relation.Signature>, opposite: String?) {
    self.signatures = signatures
    self.opposite = opposite
  }

  public init(detail: String) {
    let parts = detail.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let pairs = parts[0].split(separator: " ").compactMap { pair -> Relation.Signature? in
      let kinds = pair.split(separator: ">").compactMap { Int($0).flatMap(NodeKind.init) }
      return kinds.count == 2 ? Relation.Signature(subject: kinds[0], object: kinds[1]) : nil
    }
    signatures = Set(pairs)
    opposite = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
  }

  public var detail: String {
    let pairs = signatures.map { "\($0.subject.rawValue)>\($0.object.rawValue)" }.sorted()
    return pairs.joined(separator: " ") + "=" + (opposite ?? "")
  }
}

/// What a sentence says of the graph itself.
public struct TitleSaying: Hashable, Sendable {
  public var name: String
  public var title: String

  public init(name: String, title: String) {
    self.name = name
    self.title = title
  }

  public init(detail: String) {
    let parts = detail.components(separatedBy: "\u{1F}")
    name = parts[0]
    title = parts.count > 1 ? parts[1] : ""
  }

  public var detail: String { "\(name)\u{1F}\(title)" }
}

extension SourceRecord {
  /// The fields of a sentence, absent ones empty and others after `=`, between unit separators.
  public var detail: String {
    let date = date.map { "\($0.code)" }
    let fields = [title, publisher, date, url, language, file, sha256].map { field in
      field.map { "=" + $0 } ?? ""
    }
    return ([name] + fields).joined(separator: "\u{1F}")
  }

  /// Takes over what a sentence says; what it leaves out stays.
  public mutating func take(detail: String) {
    let fields = detail.components(separatedBy: "\u{1F}").dropFirst().map { field in
      field.isEmpty ? nil : String(field.dropFirst())
    }
    guard fields.count == 7 else { return }
    title = fields[0] ?? title
    publisher = fields[1] ?? publisher
    date = fields[2].flatMap { Int($0) }.map { PartialDate(code: $0) } ?? date
    url = fields[3] ?? url
    language = fields[4] ?? language
    file = fields[5] ?? file
    sha256 = fields[6] ?? sha256
  }

  /// The spelling of the name in such a detail.
  public static func name(inDetail detail: String) -> String {
    detail.components(separatedBy: "\u{1F}")[0]
  }

  /// Says in place of a sentence that the text of the source was given, and which. It counts as long
  /// as a sentence or a statement names the source.
  public static func detail(ofGivenText sha256: String) -> String {
    String(repeating: "\u{1F}", count: 7) + "=" + sha256
  }

  /// Whether the detail stands for a text that was given.
  public static func isGivenText(_ detail: String) -> Bool { detail.hasPrefix("\u{1F}") }
}

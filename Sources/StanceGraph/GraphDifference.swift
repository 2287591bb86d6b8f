public import StanceLanguage
import StanceModel

/// What one graph has and another has not.
public struct GraphDifference: Sendable {
  /// A role in which the two readings of a statement may differ.
  public enum Role: String, CaseIterable, Sendable {
    case date, speaker, quote, condition, source, offsets, confidence
  }

  /// A statement that is in both graphs, told differently.
  public struct Change: Sendable {
    public var old: CanonicalStatement
    public var new: CanonicalStatement

    /// The roles that differ.
    public var roles: [Role] {
      Role.allCases.filter { !old.text(of: $0).utf8.elementsEqual(new.text(of: $0).utf8) }
    }
  }

  /// Sentences that declare something, sorted.
  public let addedDeclarations: [String]
  public let removedDeclarations: [String]
  /// In the order of a dump, as all statements here.
  public private(set) var added: [CanonicalStatement] = []
  public private(set) var removed: [CanonicalStatement] = []
  public private(set) var changed: [Change] = []

  public var isEmpty: Bool {
    addedDeclarations.isEmpty && removedDeclarations.isEmpty && added.isEmpty && removed.isEmpty
      && changed.isEmpty
  }

  /// Compares all declarations and statements. Linear in the graphs, quadratic in the statements
  /// with the same holder, verb and object that differ.
  public init(from old: Graph, to new: Graph) throws {
    let (before, after) = (try Contents(old), try Contents(new))
    addedDeclarations = after.declarations.subtracting(before.declarations)
      .map(\.text).sorted()
    removedDeclarations = before.declarations.subtracting(after.declarations)
      .map(\.text).sorted()
    compare(before.statements, after.statements)
  }

  private mutating func compare(_ old: [Contents.Entry], _ new: [Contents.Entry]) {
    var open = Dictionary(old.map { ($0.identity, $0.statement) }) { first, _ in first }
    var unknown: [CanonicalStatement] = []
    for entry in new {
      guard let before = open.removeValue(forKey: entry.identity) else {
        unknown.append(entry.statement)
        continue
      }
      let change = Change(old: before, new: entry.statement)
      if !change.roles.isEmpty { changed.append(change) }
    }
    let gone = old.filter { open[$0.identity] != nil }.map(\.statement)
    let pairing = ChangePairing(gone, unknown)
    changed += pairing.changes
    changed.sort { $0.old.order.lexicographicallyPrecedes($1.old.order) }
    removed = pairing.removed
    added = pairing.added
  }

  /// All that a graph says.
  private struct Contents {
    struct Entry {
      var identity: [UInt8]
      var statement: CanonicalStatement
    }

    var declarations: Set<ExactText> = []
    var statements: [Entry] = []

    init(_ graph: Graph) throws {
      (declarations, statements) = try GraphDump.of(graph) { dump in
        var statements: [Entry] = []
        try dump.forEachStatement { statement, identity in
          statements.append(Entry(identity: identity, statement: statement))
        }
        return (Set(try dump.atoms().map(ExactText.init)), statements)
      }
    }
  }
}

/// A text that equals another only where all bytes do.
struct ExactText: Hashable {
  var text: String

  static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}

extension CanonicalStatement {
  /// What the statement says in a role, as the language writes it; nothing where it says nothing.
  public func text(of role: GraphDifference.Role) -> String {
    switch role {
    case .date: date?.description ?? ""
    case .speaker: speaker.map { quotedIfNeeded($0) } ?? ""
    case .quote: quote.map(quoted) ?? ""
    case .condition: condition.map(quoted) ?? ""
    case .source: source.map { quotedIfNeeded($0) } ?? ""
    case .offsets: start.flatMap { start in end.map { "\(start)..\($0)" } } ?? ""
    case .confidence: confidence.map(plainDecimal) ?? ""
    }
  }

  /// Holder, verb and object.
  var stance: ExactText { ExactText(text: "\(quoted(subject)) \(verb) \(quoted(object))") }

  /// What statements are ordered by, as in a dump.
  public var order: [String] {
    [
      NameKey.sort(subject), subject, verb, NameKey.sort(object), object, date?.description ?? "",
      line,
    ]
  }
}

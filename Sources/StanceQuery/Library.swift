public import StanceDiagnostics
public import StanceLanguage
import StanceModel

/// The definitions that a question may use: the prelude's, those of `use`d files and its own.
public struct Library: Sendable {
  struct Entry: Sendable {
    var definition: Definition
    var source: SourceText
  }

  private(set) var entries: [Entry] = []
  /// Every relation by the forms it may be written in.
  private var relationForms: [String: String] = [:]
  /// The names of the derived relations, as written in their heads.
  private(set) var relations: [String] = []
  private(set) var kinds: [String] = []

  public init() {}

  /// The derived relations of the language itself.
  public static let prelude: Library = {
    var library = Library()
    let source = SourceText(name: "<prelude>", preludeText)
    for case .define(let definition) in QuestionFile.parse(source).file.sentences {
      library.add(definition, from: source)
    }
    return library
  }()

  /// Adds a definition. Each alternative of its body is a rule of its own, so that what is said in one
  /// of them alone binds the others to nothing.
  public mutating func add(_ definition: Definition, from source: SourceText) {
    if case .or(let parts) = definition.body.kind, parts.allSatisfy(\.opensWithSubject) {
      for part in parts {
        var rule = definition
        rule.body = part
        add(rule, from: source)
      }
      return
    }
    entries.append(Entry(definition: definition, source: source))
    switch definition.head {
    case .kind(_, let word):
      if !kinds.contains(word.text) { kinds.append(word.text) }
    case .relation(_, let verb, _):
      guard case .word(let text) = verb.kind, relationForms[text] == nil else { return }
      relations.append(text)
      for form in forms(of: text) where relationForms[form] == nil { relationForms[form] = text }
    }
  }

  private func forms(of text: String) -> [String] {
    let words = text.split(separator: " ").map(String.init)
    let particle = words.count > 1 ? words[1] : nil
    return [text] + VerbForms(readFrom: words[0], particle: particle).all
  }

  /// The name of the derived relation that may be written so.
  public func relation(written text: String) -> String? { relationForms[text] }

  /// The rules of a derived relation or kind, in order.
  func rules(of name: String) -> [Entry] {
    entries.filter { $0.definition.headName.flatMap { relationForms[$0] ?? $0 } == name }
  }
}

extension Pattern {
  /// Whether its first clause does not carry on the subject of the one before.
  fileprivate var opensWithSubject: Bool {
    switch kind {
    case .clause(let clause): clause.subject != nil
    case .and(let parts), .or(let parts): parts.first?.opensWithSubject == true
    case .not(let inner), .optionally(let inner): inner.opensWithSubject
    }
  }
}

extension Definition {
  /// The name of the relation or kind that the definition is of.
  var headName: String? {
    switch head {
    case .kind(_, let word): return word.text
    case .relation(_, let verb, _):
      guard case .word(let text) = verb.kind else { return nil }
      return text
    }
  }
}

/// The relations that follow from the built-in verbs, in the language itself.
private let preludeText = """
  define ?a backs ?p when ?a supports or proposes ?p.
  define mutual ?a agrees with ?b counting ?p when ?a backs ?p and ?b backs ?p.
  define mutual ?a agrees with ?b counting ?p when ?a rejects ?p and ?b rejects ?p.
  define mutual ?a conflicts with ?b counting ?p when ?a backs ?p and ?b rejects ?p.
  """

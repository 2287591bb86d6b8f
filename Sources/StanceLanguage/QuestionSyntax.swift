public import StanceDiagnostics
public import StanceModel

/// A lower-case word of the text, with its place.
public struct Word: Hashable, Sendable {
  public var text: String
  public var span: SourceSpan

  public init(_ text: String, at span: SourceSpan) {
    self.text = text
    self.span = span
  }
}

/// A question file: sentences in order.
public struct QuestionFile: Sendable {
  public var sentences: [Sentence] = []
}

public enum Sentence: Sendable {
  case use(Use)
  case given([Parameter])
  case define(Definition)
  case question(Question)
}

/// `use graph "name".` or `use "file.ask".`
public struct Use: Hashable, Sendable {
  public var name: Word
  public var isGraph: Bool
}

/// `$since is a date default 2025-01-01`; a list where the article is `some`.
public struct Parameter: Hashable, Sendable {
  public var name: Word
  public var kind: Word
  public var isList: Bool
  public var defaultValue: Value?
}

/// A constant of the text.
public struct Value: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case number(Number)
    case date(PartialDate)
    /// A quotation or a capitalised name.
    case text(String)
    case parameter(String)
  }

  public var kind: Kind
  public var span: SourceSpan
}

/// A rule: the head holds when the pattern does.
public struct Definition: Sendable {
  public enum Head: Hashable, Sendable {
    case relation(Word, Verb, Word)
    case kind(Word, Word)
  }

  public var head: Head
  public var isMutual: Bool
  public var counting: Word?
  public var body: Pattern
  public var span: SourceSpan
}

public struct Question: Sendable {
  public enum Form: Sendable {
    case pattern(Pattern)
    case path(PathSyntax)
  }

  public var form: Form
  public var options: Options
  public var span: SourceSpan
}

public struct PathSyntax: Sendable {
  /// `paths` asks for every simple path, `path` for the shortest ones.
  public var isEvery: Bool
  public var from: Referent
  public var to: Referent
  public var via: [ViaSyntax]
  public var within: Steps?
  public var qualifiers: [Qualifier]
}

public struct Steps: Hashable, Sendable {
  public var count: Int
  public var span: SourceSpan
}

public enum ViaSyntax: Hashable, Sendable {
  case verb(Verb)
  case affiliation(SourceSpan)
}

/// A condition on the answer. Its nesting is limited by the parser.
public struct Pattern: Sendable {
  public indirect enum Kind: Sendable {
    case clause(Clause)
    case and([Pattern])
    case or([Pattern])
    case not(Pattern)
    case optionally(Pattern)
  }

  public var kind: Kind
  public var span: SourceSpan
}

public struct Clause: Sendable {
  /// Nil where the subject of the clause before is meant.
  public var subject: Term?
  /// Where the word stands that negates the predicate.
  public var negation: SourceSpan?
  public var predicate: Predicate
  /// `when did X reject Y` asks for the dates of the statement.
  public var asksWhen: Bool
  public var span: SourceSpan
}

public indirect enum Predicate: Sendable {
  case verbs(VerbPhrase, Term, [Qualifier])
  /// `is rejected by X`
  case passive(Verb, Term, [Qualifier])
  case isA(Word)
  case isFrom(Referent)
  case isOneOf(ListSyntax)
  case isSame(Term)
  case has(Word, Operator?, Value)
  case reaches(Term, via: [ViaSyntax], within: Steps?, [Qualifier])
  /// A comparison has no subject.
  case comparison(Place, Operator, Operand)
}

public enum ListSyntax: Sendable {
  case bases([Referent], SourceSpan)
  case parameter(Word)
}

public struct Verb: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A verb as written, with its particle after a blank.
    case word(String)
    case variable(String)
    case parameter(String)
  }

  public var kind: Kind
  public var span: SourceSpan

  public init(kind: Kind, span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}

public struct VerbPhrase: Hashable, Sendable {
  public enum Adverb: String, Hashable, Sendable { case currently, unconditionally }
  public enum Connective: String, Hashable, Sendable { case and, or, then }

  public var adverb: Adverb?
  public var adverbSpan: SourceSpan?
  public var verbs: [Verb]
  public var connective: Connective
  /// `both` before the first verb, which changes nothing.
  public var hasBoth: Bool
  public var span: SourceSpan

  /// The phrase of a single verb.
  public static func single(_ verb: Verb) -> VerbPhrase {
    VerbPhrase(
      adverb: nil, adverbSpan: nil, verbs: [verb], connective: .and, hasBoth: false,
      span: verb.span)
  }
}

/// A noun phrase: who or what the clause speaks of.
public struct Term: Sendable {
  public var base: Referent
  public var from: Referent?
  public var that: Relative?
  public var span: SourceSpan
}

public indirect enum Relative: Sendable {
  /// `that Ukraine proposes`: the noun is the object.
  case object(subject: Term, VerbPhrase, [Qualifier], SourceSpan)
  /// `that rejects X`, `that is from Y`: the noun is the subject, left out of the clause.
  case subject(Clause)
}

/// What a term is about: something named, a variable, or a word that leaves it open.
public struct Referent: Sendable {
  public enum Kind: Sendable {
    /// A name, perhaps with its kind or type: `the place Georgia`.
    case name(String, kind: Word?)
    case variable(String)
    case parameter(String)
    /// who, whom, what
    case interrogative(String)
    case which(Word)
    case howMany(Word)
    /// someone, something, somewhere: fresh and hidden.
    case some(String)
    /// `a country`, `some proposal`: fresh, hidden and typed.
    case someKind(Word)
    case anyOf([Referent])
  }

  public var kind: Kind
  public var span: SourceSpan

  public init(kind: Kind, span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}

/// A variable or one of its fields: `who`, `?s.date`.
public struct Place: Hashable, Sendable {
  public var name: String
  public var isVariable: Bool
  public var field: Word?
  public var span: SourceSpan
}

public enum Operand: Hashable, Sendable {
  case place(Place)
  case value(Value)
}

public enum Operator: String, Hashable, Sendable, CaseIterable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

public struct Qualifier: Sendable {
  public enum Kind: Sendable {
    case on(DateSyntax)
    /// `on ?d`
    case onVariable(Word)
    case since(DateSyntax)
    case until(DateSyntax)
    case before(DateSyntax)
    case after(DateSyntax)
    case between(DateSyntax, DateSyntax)
    case when
    case accordingTo(Referent)
    case source(Referent)
    /// `in $p`: a date or a source, as the parameter is declared.
    case inParameter(Word)
    case saying(Value)
    case provided(Value)
    case with(Word, Operator?, Value)
    case at(Int, Int)
    case named(Word)
  }

  public var kind: Kind
  public var span: SourceSpan
}

public struct DateSyntax: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case date(PartialDate)
    case parameter(String)
  }

  public var kind: Kind
  public var span: SourceSpan

  public init(kind: Kind, span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}

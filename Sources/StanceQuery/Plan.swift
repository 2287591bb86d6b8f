public import StanceLanguage
public import StanceModel

/// What a question asks, with every name resolved: a value that says nothing of SQL.
public struct Plan: Hashable, Sendable {
  public var variables: [Variable] = []
  public var condition = Formula.all([])
  /// Each is joined to the rows of the condition where it holds.
  public var optionals: [Formula] = []
  /// The derived relations that the atoms refer to by position.
  public var derived: [DerivedRelation] = []
  /// The types that `by LEVEL` rolls actors up to.
  public var level: [String]?
  /// Whether the groups of an actor depend on the date.
  public var hasDatedGroups = false
  public var answer = AnswerForm.holds
  public var ordering = Ordering()

  public init() {}
}

/// A position in ``Plan/variables``.
public struct VariableID: Hashable, Sendable {
  public var index: Int

  public init(_ index: Int) { self.index = index }
}

/// A position among the statement atoms of a plan.
public struct StatementID: Hashable, Sendable {
  public var index: Int

  public init(_ index: Int) { self.index = index }
}

public struct Variable: Hashable, Sendable {
  public enum Sort: Hashable, Sendable { case node, source, relation, date }

  /// Nil of a hidden variable.
  public var name: String?
  public var sort: Sort
  /// What a node may be, from the positions of the variable.
  public var kinds = Set<NodeKind>.all

  public init(name: String?, sort: Sort) {
    self.name = name
    self.sort = sort
  }
}

public enum Reference: Hashable, Sendable {
  case variable(VariableID)
  /// The identifier of a node or source.
  case constant(Int)

  var variable: VariableID? {
    guard case .variable(let id) = self else { return nil }
    return id
  }
}

/// A condition on the variables. Hidden variables that occur only inside `not` are local to it.
public indirect enum Formula: Hashable, Sendable {
  case all([Formula])
  case any([Formula])
  case not(Formula)
  case statement(StatementAtom)
  case derived(DerivedAtom)
  case reaches(ReachAtom)
  /// The variable ranges over the nodes of its kinds.
  case node(VariableID)
  case source(VariableID)
  /// Reflexive and transitive; with a statement, at the time of it.
  case affiliated(Reference, group: Reference, at: StatementID?)
  case hasType(Reference, types: [String])
  case same(Reference, Reference)
  case oneOf(Reference, [Int])
  case attribute(Reference, String, Operator, Constant)
  case compare(Quantity, Operator, Quantity)
  /// The first statement ended before the second began.
  case precedes(StatementID, StatementID)
}

/// `X v Y` with its qualifiers: some one statement meets all of it.
public struct StatementAtom: Hashable, Sendable {
  public enum Relations: Hashable, Sendable {
    case fixed([Int])
    case variable(VariableID, among: [Int])

    /// The relations that come into question.
    var identifiers: [Int] {
      switch self {
      case .fixed(let ids), .variable(_, among: let ids): ids
      }
    }
  }

  public var id: StatementID
  public var relations: Relations
  public var subject: Reference
  public var object: Reference
  public var conditions: [StatementCondition]
  /// For `currently`: the relation that must not have followed.
  public var opposite: Int?
}

public enum StatementCondition: Hashable, Sendable {
  /// The first day compares so with a day, as the integer `yyyymmdd`.
  case begins(Operator, Int)
  case ends(Operator, Int)
  /// The whole date lies between two days, both included.
  case lies(Int, Int)
  /// The date is the value of the variable.
  case date(VariableID)
  case speaker(Reference)
  case source(Reference)
  /// The phrase, as by ``NameKey/phrase(_:)``, occurs in the quotation.
  case saying(String)
  case provided(String)
  case unconditional
  case field(StatementField, Operator, Constant)
  case offsets(Int, Int)
}

public enum StatementField: String, CaseIterable, Hashable, Sendable {
  case date, quote, source, speaker, confidence, publisher, title, language, url, condition, start
  case end
}

public enum Constant: Hashable, Sendable {
  case number(Number)
  case date(PartialDate)
  case text(String)
  case node(Int)
  /// What stands for one node on the rolled-up graph.
  case nodes([Int])
}

/// One side of a comparison.
public enum Quantity: Hashable, Sendable {
  case variable(VariableID)
  case attribute(VariableID, String)
  case field(StatementID, StatementField)
  case constant(Constant)
}

/// `X r Y` of a relation that is defined by rules.
public struct DerivedAtom: Hashable, Sendable {
  /// A position among the derived atoms of the plan.
  public var id: Int
  /// A position in ``Plan/derived``.
  public var relation: Int
  public var subject: Reference
  /// Nil of a derived kind.
  public var object: Reference?
}

public struct ReachAtom: Hashable, Sendable {
  public var from: Reference
  public var to: Reference
  public var links: Links
  public var steps: Int
}

/// What may be walked along, in both directions.
public struct Links: Hashable, Sendable {
  public var relations: [Int]
  public var affiliation: Bool
  /// Positions in ``Plan/derived``.
  public var derived: [Int]
  /// What the statements behind the relations have to meet.
  public var conditions: [StatementCondition]
}

/// A relation or kind given by rules, computed from the statements that meet its restriction.
public struct DerivedRelation: Hashable, Sendable {
  public struct Rule: Hashable, Sendable {
    public var subject: VariableID
    /// Nil of a kind.
    public var object: VariableID?
    public var counted: VariableID?
    public var condition: Formula
  }

  public var name: String
  public var isMutual: Bool
  public var isCounting: Bool
  /// Nil of a kind.
  public var hasObject: Bool
  public var rules: [Rule]
  /// The derived relations of the same recursive component, itself included; empty without recursion.
  public var component: [Int]
}

public enum AnswerForm: Hashable, Sendable {
  /// Whether the condition holds, and on how many statements.
  case holds
  case rows([Column])
  case path(PathPlan)
}

public struct PathPlan: Hashable, Sendable {
  public var isEvery: Bool
  public var from: Int
  public var to: Int
  public var links: Links
  public var steps: Int
}

public struct Column: Hashable, Sendable {
  public var label: String
  public var value: ColumnValue
}

public enum ColumnValue: Hashable, Sendable {
  case variable(VariableID)
  case field(StatementID, StatementField)
  /// What a statement is, of which an aggregate reads a field.
  case statement(StatementID)
  case attribute(VariableID, String)
  /// The weight of a derived atom.
  case weight(Int)
  case aggregate(Aggregate.Function, Aggregated)
}

extension ColumnValue {
  var isSpeaker: Bool {
    if case .field(_, .speaker) = self { return true }
    return false
  }

  var isList: Bool {
    if case .aggregate(.list, _) = self { return true }
    return false
  }
}

/// What an aggregate ranges over.
public enum Aggregated: Hashable, Sendable {
  case variable(VariableID)
  case attribute(VariableID, String)
  case weight(Int)
  case statements
  /// A field of the evidence.
  case field(StatementField)
  /// A field of one named statement.
  case fieldOf(StatementID, StatementField)
}

public struct Ordering: Hashable, Sendable {
  public struct Key: Hashable, Sendable {
    public var value: ColumnValue
    public var isDescending: Bool
  }

  public struct Condition: Hashable, Sendable {
    public var value: ColumnValue
    public var operation: Operator
    public var constant: Constant
  }

  public var having: [Condition] = []
  public var keys: [Key] = []
  public var limit: Int?
  public var skip = 0
}

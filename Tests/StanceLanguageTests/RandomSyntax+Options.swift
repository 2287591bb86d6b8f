import StanceDiagnostics
import StanceTestSupport

@testable import StanceLanguage

extension RandomSyntax {
  /// Qualifiers in their canonical order, which is how they are read back.
  mutating func qualifiers() -> [Qualifier] {
    guard random.chance(40) else { return [] }
    let found = (0...random.below(3)).map { _ in
      Qualifier(kind: qualifierKind(), span: SourceSpan(0, 0))
    }
    return found.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }.map(\.element)
  }

  private mutating func qualifierKind() -> Qualifier.Kind {
    switch random.below(16) {
    case 0: .on(date())
    case 1: .onVariable(word("d"))
    case 2: .since(date())
    case 3: .until(date())
    case 4: .before(date())
    case 5: .after(date())
    case 6: .between(date(), date())
    case 7: .when
    case 8: .accordingTo(referent())
    case 9: .source(sourceReferent())
    case 10: .inParameter(word("p"))
    case 11: .saying(phrase())
    case 12: .provided(phrase())
    case 13: .with(word(random.pick(Self.fields)), random.chance(50) ? sign() : nil, value())
    case 14: .at(random.below(9), random.below(99))
    default: .named(word("s"))
    }
  }

  private mutating func sourceReferent() -> Referent {
    random.chance(30)
      ? Referent(kind: .which(word("source")), span: SourceSpan(0, 0)) : name()
  }

  private mutating func phrase() -> Value {
    let kind: Value.Kind = random.chance(20) ? .parameter("w") : .text(random.pick(Self.texts))
    return Value(kind: kind, span: SourceSpan(0, 0))
  }

  mutating func options() -> Options {
    var options = Options()
    if random.chance(15) { options.all = qualifiers() }
    if random.chance(15) { options.level = word(random.pick(["country", "legend"])) }
    if random.chance(30) { options.show = (0...random.below(3)).map { _ in item() } }
    if random.chance(10) {
      options.having = (0...random.below(2)).map { _ in
        Having(aggregate: aggregate(), operation: sign(), value: value())
      }
    }
    if random.chance(15) {
      options.sort = (0...random.below(2)).map { _ in
        SortKey(item: item(), isDescending: random.chance(50))
      }
    }
    if random.chance(10) {
      options.top = Top(count: random.below(9), by: random.chance(50) ? aggregate() : nil)
    }
    if random.chance(10) { options.limit = Limit(count: random.below(9), skip: random.below(3)) }
    if random.chance(15) { options.drawing = drawing() }
    if random.chance(15) {
      options.output = Output(
        format: random.pick(OutputFormat.allCases),
        path: random.chance(50) ? random.pick(Self.texts) : nil)
    }
    return options
  }

  private mutating func drawing() -> Drawing {
    var drawing = Drawing()
    drawing.form = random.pick(Drawing.Form.allCases)
    if random.chance(20) { drawing.cluster = word(random.pick(Self.kinds)) }
    if random.chance(20) { drawing.color = word("relation") }
    if random.chance(20) { drawing.width = aggregate() }
    if random.chance(20) { drawing.labels = (0...random.below(2)).map { _ in item() } }
    if random.chance(20) { drawing.layout = word("dot") }
    if random.chance(20) { drawing.direction = random.pick(Drawing.Direction.allCases) }
    if random.chance(20) { drawing.title = random.pick(Self.texts) }
    drawing.hasLegend = random.chance(20)
    drawing.isDark = random.chance(20)
    return drawing
  }

  private mutating func item() -> Item {
    let kind: Item.Kind
    switch random.below(3) {
    case 0: kind = .aggregate(aggregate())
    case 1: kind = .place(place())
    default: kind = .word(word(random.pick(Self.fields)))
    }
    return Item(
      kind: kind, label: random.chance(20) ? random.pick(Self.texts) : nil, span: SourceSpan(0, 0))
  }

  private mutating func aggregate() -> Aggregate {
    let argument: Aggregate.Argument =
      random.chance(50) ? .place(place()) : .word(word(random.pick(Self.fields)))
    return Aggregate(
      function: random.pick(Aggregate.Function.allCases), argument: argument,
      span: SourceSpan(0, 0))
  }
}

public import StanceModel

/// Reads articles: finds who is said to support, reject, propose or host what, who says so, and
/// every quotation with its speaker.
///
/// Deterministic and without a model. Linear in the length of the text; the work on one sentence is
/// bounded by a limit on its length.
public struct ArticleReader: Sendable {
  private let lexicon: Lexicon

  public init(lexicon: Lexicon = .builtIn) { self.lexicon = lexicon }

  /// The day of publication that a dateline at the start of the text names in full.
  public static func day(of text: String) -> PartialDate? {
    Layout(scalars: Array(text.unicodeScalars.prefix(2000))).day()
  }

  /// Everything that is found in an article. Offsets are Unicode scalars into its text.
  public func read(_ article: Article) -> Reading {
    var pass = ReadingPass(article: article, lexicon: lexicon)
    return pass.run()
  }
}

/// One reading of one article, block after block.
struct ReadingPass {
  let article: Article
  let lexicon: Lexicon
  let scalars: [Unicode.Scalar]
  var resolver: Resolver
  var memory = ProposalMemory()
  var reading = Reading(sentences: [], quotes: [], actors: [], statements: [])
  /// Who spoke the last quotation, and how many blocks ago.
  private var lastSpeaker: (speaker: Resolved, block: Int)?
  private var blockNumber = 0
  private var isInOpenQuotation = false
  private var lowercased: Set<String> = []

  init(article: Article, lexicon: Lexicon) {
    self.article = article
    self.lexicon = lexicon
    scalars = Array(article.text.unicodeScalars)
    resolver = Resolver(lexicon: lexicon, scalars: scalars)
  }

  mutating func run() -> Reading {
    let blocks = Layout(scalars: scalars).blocks()
    var tokenizer = Tokenizer(scalars, abbreviations: lexicon[.abbreviations])
    for (index, block) in blocks.enumerated() {
      let tokens = tokenizer.tokens(in: block.span)
      for token in tokens where !token.isCapitalised && lowercased.count < 20_000 {
        lowercased.insert(token.lower)
      }
      let next = blocks.indices.contains(index + 1) ? blocks[index + 1] : nil
      read(passage(block, tokens, next))
      blockNumber += 1
    }
    finish()
    return reading
  }

  private func passage(_ block: Block, _ tokens: [Token], _ next: Block?) -> Passage {
    let finder = QuotationFinder(scalars: scalars, tokens: tokens)
    let goesOn = next.map { ["“", "\"", "‘", "«"].contains(scalars[$0.span.start]) } ?? false
    var passage = Passage(
      block: block, tokens: tokens,
      quotations: finder.quotations(blockEnd: block.span.end, goesOn: goesOn),
      sentences: SentenceSplitter(tokens: tokens, lexicon: lexicon).sentences())
    passage.classifyQuotations(lexicon)
    return passage
  }

  private mutating func read(_ passage: Passage) {
    reading.sentences += passage.sentences.map { passage.span(of: $0) }
    for frame in passage.frames() { read(frame, of: passage) }
    isInOpenQuotation = passage.quotations.last?.isOpenEnded ?? false
  }

  // MARK: - Frames

  private mutating func read(_ frame: Frame, of passage: Passage) {
    resolver.sentenceNumber += 1
    memory.advance()
    let sentence = SentenceParser(lexicon: lexicon, lowercased: lowercased).parse(frame.tokens)
    let resolved = resolver.resolve(sentence, speaker: nil)
    let attribution = Attribution(sentence: sentence, lexicon: lexicon)
    let context = Context(
      sentence: sentence, resolved: resolved, attribution: attribution, frame: frame,
      passage: passage)
    suggest(context, speaker: nil, quote: nil)
    readFragments(context)
    readQuotations(context)
  }

  /// A parsed sentence with all that is known around it.
  private struct Context {
    var sentence: ParsedSentence
    var resolved: [Int: Resolved]
    var attribution: Attribution
    var frame: Frame
    var passage: Passage
  }

  /// Adds the statements of a parsed sentence.
  private mutating func suggest(_ context: Context, speaker: Resolved?, quote: TextSpan?) {
    let sentence = context.sentence
    guard let first = sentence.tokens.first else { return }
    let finder = StanceFinder(sentence: sentence, lexicon: lexicon, isSpoken: speaker != nil)
    let builder = StatementBuilder(
      sentence: sentence, lexicon: lexicon, resolved: context.resolved, speaker: speaker,
      isHeadline: context.passage.block.isHeadline, attribution: context.attribution)
    var found: [SuggestedStatement] = []
    for finding in finder.findings() {
      if speaker != nil, finding.relation == .proposes, finding.polarity == .negated { continue }
      let position =
        finding.target.tokens.isEmpty
        ? first.start : sentence.tokens[finding.target.tokens.lowerBound].start
      let span = sentenceSpan(at: quote == nil ? position : first.start, context.passage)
      found += builder.statements(
        of: finding, resolver: resolver, memory: memory, span: span, quote: quote, article: article)
    }
    for statement in found { add(statement) }
    rememberProposals(context)
  }

  private func sentenceSpan(at offset: Int, _ passage: Passage) -> TextSpan {
    let token = passage.tokens.firstIndex { $0.end > offset } ?? 0
    guard let sentence = passage.sentence(holding: token) else { return passage.block.span }
    return passage.span(of: passage.sentences[sentence])
  }

  /// Adds a statement unless its sentence already tells it, in which case the surer one stays.
  private mutating func add(_ statement: SuggestedStatement) {
    let known = reading.statements.indices.suffix(40).last { index in
      let other = reading.statements[index]
      return other.sentence == statement.sentence && other.holder == statement.holder
        && other.relation == statement.relation && other.polarity == statement.polarity
        && overlaps(other, statement)
    }
    guard let known else { return reading.statements.append(statement) }
    if reading.statements[known].confidence < statement.confidence {
      reading.statements[known].confidence = statement.confidence
      reading.statements[known].reasons = statement.reasons
    }
  }

  private func overlaps(_ one: SuggestedStatement, _ other: SuggestedStatement) -> Bool {
    let (left, right) = ([one.target] + one.otherTargets, [other.target] + other.otherTargets)
    return left.contains { right.contains($0) } || one.target.contains(other.target)
      || other.target.contains(one.target)
  }

  /// Keeps the proposals of a sentence as antecedents.
  private mutating func rememberProposals(_ context: Context) {
    let sentence = context.sentence
    let targets = TargetFinder(sentence: sentence, lexicon: lexicon, limits: [])
    for (index, chunk) in sentence.chunks.enumerated() where chunk.kind == .noun && !chunk.isPronoun
    {
      let head = targets.headWord(index)
      let isKnown =
        (sentence.tokens[chunk.range.lowerBound].tag == .owner
          || lexicon[.definites].contains(sentence.word(ofChunk: index))) && chunk.range.count <= 3
      guard lexicon[.proposals].contains(head), sentence.word(ofChunk: index) != "no",
        context.resolved[index]?.actor == nil
      else { continue }
      let range = targets.tokens(from: index, to: targets.endOfNounPhrase(index))
      memory.remember(resolver.text(range, of: sentence), isKnown: isKnown)
    }
  }

  // MARK: - Quotations

  private mutating func readFragments(_ context: Context) {
    for number in context.frame.fragments {
      let quotation = context.passage.quotations[number]
      guard let token = context.sentence.tokens.firstIndex(where: { $0.quotation == number }) else {
        continue
      }
      let told = context.attribution.speaker(ofFragmentAt: token)
      let words = quotation.tokens.count { context.passage.tokens[$0].tag == .noun }
      guard told?.isTold == true || words > 3 else { continue }
      let speaker = told.flatMap { context.resolved[$0.chunk] }
      let written = told.map {
        resolver.text(context.sentence.chunks[$0.chunk].range, of: context.sentence)
      }
      reading.quotes.append(
        ReadQuote(
          span: scalars.trimmed(quotation.span), speaker: speaker?.name, speakerAsWritten: written))
    }
  }

  private mutating func readQuotations(_ context: Context) {
    var previous: Resolved?
    var index = 0
    let numbers = context.frame.quotations
    while index < numbers.count {
      let number = numbers[index]
      let chunk = context.attribution.speaker(ofQuotation: number)
      let speaker = chunk.flatMap { author(of: $0, context) } ?? previous ?? carriedSpeaker()
      let written = chunk.map {
        resolver.text(context.sentence.chunks[$0].range, of: context.sentence)
      }
      var group = [number]
      add(number, speaker, written, context)
      while index + 1 < numbers.count, context.passage.continues(numbers[index + 1]) {
        index += 1
        group.append(numbers[index])
        add(numbers[index], speaker, written, context)
      }
      if let speaker {
        lastSpeaker = (speaker, blockNumber)
        previous = speaker
        if let actor = speaker.actor {
          resolver.registry.mention(actor, in: resolver.sentenceNumber, isSubject: true)
        }
      }
      readUtterances(group, speaker, context)
      index += 1
    }
  }

  /// Who speaks by a noun chunk: its actor, or who acted last where a statement or letter speaks.
  private func author(of chunk: Int, _ context: Context) -> Resolved? {
    let head = context.sentence.word(context.sentence.chunks[chunk].head)
    guard lexicon[.authors].contains(head)
    else {
      return context.resolved[chunk]
    }
    let number = resolver.registry.last(before: resolver.sentenceNumber) { $0.kind != .country }
    let doubt = Doubt(factor: 0.8, reason: "the words of a \(head)")
    return number.map {
      Resolved(name: resolver.registry.entries[$0].name, actor: $0, doubt: doubt)
    } ?? context.resolved[chunk]
  }

  /// Who goes on speaking where nothing tells who does: in the same block or the next.
  private func carriedSpeaker() -> Resolved? {
    guard let lastSpeaker, blockNumber - lastSpeaker.block <= 1 || isInOpenQuotation else {
      return nil
    }
    return lastSpeaker.speaker
  }

  private mutating func add(
    _ number: Int, _ speaker: Resolved?, _ written: String?, _ context: Context
  ) {
    let span = scalars.trimmed(context.passage.quotations[number].span)
    reading.quotes.append(ReadQuote(span: span, speaker: speaker?.name, speakerAsWritten: written))
  }

  private mutating func readUtterances(_ numbers: [Int], _ speaker: Resolved?, _ context: Context) {
    guard let speaker, let first = numbers.first else { return }
    let parser = SentenceParser(lexicon: lexicon, lowercased: lowercased)
    for tokens in context.passage.utterances(of: numbers, lexicon) {
      let sentence = parser.parse(tokens)
      resolver.sentenceNumber += 1
      memory.advance()
      let resolved = resolver.resolve(sentence, speaker: speaker)
      let attribution = Attribution(sentence: sentence, lexicon: lexicon)
      let inner = Context(
        sentence: sentence, resolved: resolved, attribution: attribution, frame: context.frame,
        passage: context.passage)
      let holding = numbers.last { number in
        tokens.first.map { context.passage.quotations[number].span.start <= $0.start } ?? false
      }
      suggest(
        inner, speaker: speaker,
        quote: scalars.trimmed(context.passage.quotations[holding ?? first].span))
    }
  }

  // MARK: - The end

  private mutating func finish() {
    reading.quotes.sort { $0.span.start < $1.span.start }
    reading.statements = reading.statements.enumerated()
      .sorted { ($0.element.sentence.start, $0.offset) < ($1.element.sentence.start, $1.offset) }
      .map(\.element)
    reading.actors = resolver.registry.entries.map { entry in
      ReadActor(
        name: entry.name, kind: entry.kind, aliases: entry.aliases, affiliation: entry.affiliation)
    }
  }
}

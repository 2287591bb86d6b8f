import StanceLanguage
import StanceModel

extension ReferenceEvaluator {
  /// The steps of all shortest paths, or a row for each path.
  func answer(
    _ path: PathSyntax, _ options: Options, _ context: Context
  ) throws -> ReferenceAnswer {
    guard options.show.isEmpty, options.having.isEmpty, options.sort.isEmpty else {
      throw Unsupported("show, having and sort with a path")
    }
    let links = try Links(
      context, via: path.via, qualifiers: path.qualifiers + options.all)
    let (start, end) = (try node(path.from, context), try node(path.to, context))
    guard start != end else { throw Unsupported("a path from a node to itself") }
    var answer: ReferenceAnswer
    if path.isEvery {
      let limit = path.within?.count ?? 4
      guard limit <= 8 else { throw Unsupported("too many steps") }
      answer = every(links.simple(from: start, to: end, within: limit), context.world)
      if options.limit == nil { answer.rows = Array(answer.rows.prefix(100)) }
    } else {
      let steps = links.shortest(from: start, to: end, within: path.within?.count ?? 12)
      answer = shortest(steps, context.world)
    }
    if let top = options.top { answer.rows = Array(answer.rows.prefix(top.count)) }
    if let limit = options.limit {
      answer.rows = Array(answer.rows.dropFirst(limit.skip).prefix(limit.count))
    }
    answer.evidence = answer.rows.map { _ in [] }
    return answer
  }

  private func node(_ base: Referent, _ context: Context) throws -> Int {
    let nodes: [Int]
    switch base.kind {
    case .name(let text, let type): nodes = try context.nodes(named: text, type: type?.text)
    case .parameter(let name):
      nodes = try context.nodes(named: context.parameters.text(name))
    case .variable, .interrogative, .which, .howMany, .some, .someKind, .anyOf:
      throw Unsupported("a path runs between two names")
    }
    guard let node = nodes.first, nodes.count == 1 else {
      throw Unsupported("an end of the path is several nodes")
    }
    return node
  }

  /// By number, node, relation, direction (forward first) and next node.
  private func shortest(
    _ steps: [(number: Int, step: Links.Step)], _ world: World
  ) -> ReferenceAnswer {
    let sorted = steps.sorted { left, right in
      let (first, second) = (left.step, right.step)
      if left.number != right.number { return left.number < right.number }
      if let order = order(first.node, second.node, world) { return order }
      if let order = world.bytewise(first.label, second.label) { return order }
      if first.isForward != second.isForward { return first.isForward }
      return order(first.next, second.next, world) == true
    }
    let rows = sorted.map { number, step -> [ReferenceValue] in
      [
        .integer(number), .text(world.graph.nodes[step.node].name),
        .text(step.isForward ? "\(step.label) →" : "← \(step.label)"),
        .text(world.graph.nodes[step.next].name),
      ]
    }
    return ReferenceAnswer(
      columns: ["step", "node", "relation", "next"], rows: rows, evidence: [])
  }

  /// By length, then by the bytes of the text.
  private func every(_ paths: Set<[Int]>, _ world: World) -> ReferenceAnswer {
    let texts = paths.map { path in
      (path.count - 1, path.map { world.graph.nodes[$0].name }.joined(separator: " – "))
    }
    let sorted = texts.sorted { left, right in
      left.0 == right.0 ? world.bytewise(left.1, right.1) == true : left.0 < right.0
    }
    return ReferenceAnswer(
      columns: ["steps", "path"], rows: sorted.map { [.integer($0.0), .text($0.1)] },
      evidence: [])
  }

  private func order(_ left: Int, _ right: Int, _ world: World) -> Bool? {
    world.precedes(.one(.node(left)), .one(.node(right)))
  }
}

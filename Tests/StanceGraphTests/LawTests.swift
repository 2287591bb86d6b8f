import StanceDiagnostics
import StanceGraph
import StanceReference
import Testing
import StanceTestSupport

/// What has to hold of any graph and any question.
@Suite struct LawTests {
  static let seeds: Range<UInt64> = 5000..<5012

  let verbs = ["supports", "rejects", "proposes"]

  // MARK: - Graph files

  @Test(arguments: seeds) func `every statement asked as a question is so`(seed: UInt64) throws {
    let graph = RandomGraph(seed: seed)
    let program = try Program(graph.text)
    for statement in graph.statements {
      let rows = try program.rows(statement)
      #expect(rows.first?.hasPrefix("yes|") == true, "\(seed): \(statement)")
    }
  }

  @Test(arguments: seeds) func `a statement in full has itself as its evidence`(
    seed: UInt64
  ) throws {
    var graph = RandomGraph(seed: seed)
    for index in graph.statements.indices {
      graph.statements[index] += " at \(index)..\(index + 5)"
    }
    let program = try Program(graph.text)
    for (index, statement) in graph.statements.enumerated() {
      let evidence = try program.answers(statement, withEvidence: true).flatMap(\.evidence)
      #expect(evidence.map { $0.map(\.id) } == [[index + 1]], "\(seed): \(statement)")
    }
  }

  @Test(arguments: seeds) func `who in the subject's place finds the subject`(
    seed: UInt64
  ) throws {
    let graph = RandomGraph(seed: seed)
    let program = try Program(graph.text)
    let names = graph.actors + graph.places
    for statement in graph.statements {
      guard let subject = names.first(where: statement.hasPrefix) else {
        Issue.record("\(statement) begins with no name")
        continue
      }
      let found = try program.rows("who" + statement.dropFirst(subject.count))
      let name = subject.filter { $0 != "\"" }
      #expect(found.contains(name), "\(seed): \(statement)")
    }
  }

  @Test(arguments: seeds) func `loading a graph twice adds nothing`(seed: UInt64) throws {
    let graph = RandomGraph(seed: seed)
    let once = try Program(graph.text)
    let twice = try Program(graph.text + graph.text)
    #expect(try once.statementHashes() == twice.statementHashes())
  }

  // MARK: - Questions

  @Test(arguments: seeds) func `the order of clauses and the names of variables do not matter`(
    seed: UInt64
  ) throws {
    let program = try Program(RandomGraph(seed: seed).text)
    let clauses = [
      "?a supports ?p", "?b rejects ?p since 2001-05", "not ?b trusts ?a", "?a is a person",
    ]
    let shown = " show ?a, ?b, ?p, count statements"
    let rows = try program.rows(clauses.joined(separator: " and ") + shown)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<6 {
      let shuffled = clauses.shuffled(using: &random).joined(separator: " and ")
      #expect(try program.rows(shuffled + shown) == rows, "\(seed): \(shuffled)")
    }
    let renamed = (clauses.joined(separator: " and ") + shown)
      .replacing("?a", with: "?first").replacing("?b", with: "?z").replacing("?p", with: "?thing")
    #expect(try program.rows(renamed) == rows)
  }

  @Test(arguments: seeds) func `doing and not doing part the actors`(seed: UInt64) throws {
    let graph = RandomGraph(seed: seed)
    let program = try Program(graph.text)
    let actors = try program.rows("?a is an actor")
    for verb in verbs {
      for proposal in graph.proposals {
        let base = String(verb.dropLast())
        let (those, others) = (
          try program.rows("who \(verb) \(proposal)"),
          try program.rows("who does not \(base) \(proposal)")
        )
        #expect(Set(those).isDisjoint(with: others), "\(seed): \(verb) \(proposal)")
        #expect(Set(those + others) == Set(actors), "\(seed): \(verb) \(proposal)")
      }
    }
  }

  @Test(arguments: seeds) func `or is the union`(seed: UInt64) throws {
    let program = try Program(RandomGraph(seed: seed).text)
    let parts = ["who supports what", "who rejects what in Herald", "who proposes what since 2001"]
    for (left, right) in [(0, 1), (1, 2), (0, 2)] {
      let either = try program.rows("\(parts[left]) or \(parts[right])")
      let both = try program.rows(parts[left]) + program.rows(parts[right])
      #expect(Set(either) == Set(both))
      #expect(either.count == Set(both).count)
    }
  }

  @Test(arguments: seeds) func `dates part the statements`(seed: UInt64) throws {
    let program = try Program(RandomGraph(seed: seed).text)
    for verb in verbs {
      let pattern = "who \(verb) what"
      let count = { (question: String) throws -> Int in
        try program.answers(question + " show count statements")
          .first?.rows.first?.first.flatMap(\.integer) ?? -1
      }
      let dated = try count("\(pattern) since 1000")
      let since = try count("\(pattern) since 2001-05-11")
      let before = try count("\(pattern) before 2001-05-11")
      let straddling = try count(
        "\(pattern) as ?s and not ?s.date >= 2001-05-11 and not ?s.date < 2001-05-11 and ?s.date >= 1000"
      )
      #expect(since + before + straddling == dated, "\(seed): \(verb)")
      let undated = try count("\(pattern) as ?s and not ?s.date >= 1000")
      #expect(try count(pattern) == dated + undated, "\(seed): \(verb)")
    }
  }

  @Test(arguments: seeds) func `a further statement takes no row away`(seed: UInt64) throws {
    var graph = RandomGraph(seed: seed)
    let questions = [
      "who supports what", "who supports or rejects what since 2001-05", "who trusts whom",
      "who agrees with whom", "who conflicts with whom until 2001",
      "who supports then rejects what",
      "who from Union rejects what according to whom", "who reaches whom via trusts within 3 steps",
      "define ?a follows ?b when ?a trusts ?b. define ?a follows ?c when ?a follows ?b and ?b follows ?c. who follows whom",
    ]
    let before = try Program(graph.text)
    var random = SeededGenerator(seed: seed &+ 77)
    graph.statements.append(graph.statement(&random))
    let after = try Program(graph.text)
    for question in questions {
      let lost = Set(try before.rows(question)).subtracting(try after.rows(question))
      #expect(lost.isEmpty, "\(seed): \(question)")
    }
  }

  @Test(arguments: seeds) func `a path is as long as the least reach`(seed: UInt64) throws {
    let graph = RandomGraph(seed: seed)
    let program = try Program(graph.text)
    for (start, end) in [("Ann", "Redland"), ("Redland", "Truce"), ("Yalta", "Ann")] {
      let steps = try program.answers("path from \(start) to \(end)").first?.rows ?? []
      let length = steps.compactMap { $0[0].integer }.max()
      let least = try (1...12).first { steps in
        try program.rows("\(start) reaches \(end) within \(steps) steps") == ["yes|0"]
      }
      #expect(length == least, "\(seed): \(start) to \(end)")
      let every = try program.answers("paths from \(start) to \(end) within 8 steps").first?.rows
      if let length, length <= 8 {
        #expect(every?.first?[0].integer == length, "\(seed): \(start) to \(end)")
      }
    }
  }
}

extension AnswerValue {
  fileprivate var integer: Int? {
    guard case .integer(let value) = self else { return nil }
    return value
  }
}

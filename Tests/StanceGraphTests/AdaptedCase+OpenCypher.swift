extension AdaptedCase {
  private static let people = "Ada is a person. B is a person. C is a person. "
  private static let tree = "Ada likes B. Ada likes C. B likes D. C likes D. D likes E. "

  static let openCypher = [
    AdaptedCase(
      "openCypher TCK match/Match1, nodes by label",
      "Ann is a person. Redland is a country. Ann likes Redland.", "which person is an actor",
      ["Ann"]),
    AdaptedCase(
      "openCypher TCK match/Match1, nodes by property",
      people + "Ada has weight 1. B has weight 2. Ada likes B.", "who has weight 2", ["B"]),
    AdaptedCase(
      "openCypher TCK match/Match2, relationships of any type", "Ada likes B. B calls Ada.",
      "who ?r whom", ["Ada|likes|B", "B|calls|Ada"]),
    AdaptedCase(
      "openCypher TCK match/Match2, the inline property of a relationship",
      "Ada likes B with confidence 1. Ada likes C with confidence 0.5.",
      "Ada likes whom with confidence 1", ["B"]),
    AdaptedCase(
      "openCypher TCK match/Match2, no such relationship", "Ada likes B. B calls Ada.",
      "B likes whom", []),
    AdaptedCase(
      "openCypher TCK match/Match3, two relationships in a row", tree,
      "Ada likes ?m and ?m likes ?x", ["B|D", "C|D"]),
    AdaptedCase(
      "openCypher TCK match/Match3, a self-loop", "Ada likes Ada. Ada likes B.", "who likes who",
      ["Ada"]),
    AdaptedCase(
      "openCypher TCK match/Match3, a cycle of two", "Ada likes B. B likes Ada. B likes C.",
      "?x likes ?y and ?y likes ?x", ["Ada|B", "B|Ada"]),
    AdaptedCase(
      "openCypher TCK match/Match3, unconnected patterns are a product", "Ada likes B. C calls D.",
      "?a likes ?b and ?c calls ?d", ["Ada|B|C|D"]),
    AdaptedCase(
      "openCypher TCK match/Match3, relationship types by disjunction",
      "Ada likes B. Ada calls C. Ada owns D.", "Ada likes or calls whom", ["B", "C"]),
    AdaptedCase(
      "openCypher TCK match/Match4, a bounded length", tree,
      "Ada reaches whom via likes within 1 step",
      ["B", "C"]),
    AdaptedCase(
      "openCypher TCK match/Match4, lengths from one to two", tree,
      "Ada reaches whom via likes within 2 steps", ["B", "C", "D"]),
    AdaptedCase(
      "openCypher TCK match/Match5, lengths from one to three", tree,
      "Ada reaches whom via likes within 3 steps", ["B", "C", "D", "E"]),
    AdaptedCase(
      "openCypher TCK match/Match6, the shortest of named paths", tree,
      "path from Ada to D via likes",
      ["1|Ada|likes →|B", "1|Ada|likes →|C", "2|B|likes →|D", "2|C|likes →|D"]),
    AdaptedCase(
      "openCypher TCK match/Match6, every path", tree + "Ada calls E.",
      "paths from Ada to E via likes, calls",
      ["1|Ada – E", "3|Ada – B – D – E", "3|Ada – C – D – E"]),
    AdaptedCase(
      "openCypher TCK match/Match6, no path", "Ada likes B. C likes D.",
      "path from Ada to D via likes",
      []),
    AdaptedCase(
      "openCypher TCK match/Match7, an optional match", "Ada likes B. C likes D. B calls X.",
      "who likes whom, optionally whom calls ?x", ["Ada|B|X", "C|D|-"]),
    AdaptedCase(
      "openCypher TCK match/Match7, two optional matches", "Ada likes B. Ada calls C. D likes Ada.",
      "who likes whom, optionally who calls ?c, optionally who owns ?o", ["Ada|B|C|-", "D|Ada|-|-"]),
    AdaptedCase(
      "openCypher TCK match-where/MatchWhere1, by a property of the relationship",
      "Ada likes B on 2001. Ada likes C on 2002.", "Ada likes whom since 2002", ["C"]),
    AdaptedCase(
      "openCypher TCK match-where/MatchWhere2, a conjunction",
      people + "Ada has weight 2. B has weight 2. Ada likes B.",
      "who has weight = 2 and likes whom",
      ["Ada|B"]),
    AdaptedCase(
      "openCypher TCK match-where/MatchWhere3, equal properties",
      people + "Ada has weight 2. B has weight 2. C has weight 3. Ada likes B. Ada likes C.",
      "?x likes ?y and ?x.weight = ?y.weight", ["Ada|B"]),
    AdaptedCase(
      "openCypher TCK match-where/MatchWhere4, different nodes", "Ada likes C. B likes C.",
      "?x likes ?z and ?y likes ?z and ?x is not ?y", ["Ada|C|B", "B|C|Ada"]),
    AdaptedCase(
      "openCypher TCK match-where/MatchWhere5, a comparison with what is absent",
      people + "Ada has weight 2. Ada likes B. C likes B.", "who likes B and who.weight > 1",
      ["Ada"]),
    AdaptedCase(
      "openCypher TCK expressions/existentialSubqueries, a negated pattern", tree,
      "who is liked by someone and does not like someone", ["E"]),
    AdaptedCase(
      "openCypher TCK return-orderby, descending with nulls last",
      "Ada likes B on 2001. Ada likes C. Ada likes D on 2003.",
      "Ada likes whom show whom, date sort by date descending", ["D|2003", "B|2001", "C|-"]),
    AdaptedCase(
      "openCypher TCK return-skip-limit, limit zero", "Ada likes B.", "Ada likes whom limit 0", []),
    AdaptedCase(
      "openCypher TCK return-skip-limit, skip then limit", "Ada likes B. Ada likes C. Ada likes D.",
      "Ada likes whom limit 1 skip 1", ["C"]),
    AdaptedCase(
      "openCypher TCK expressions/aggregation, distinct counts", tree,
      "who likes whom show count who, count whom, count statements", ["4|4|5"]),
    AdaptedCase(
      "openCypher TCK expressions/aggregation, grouping keys", tree,
      "who likes whom show who, count whom sort by count whom descending, who",
      ["Ada|2", "B|1", "C|1", "D|1"]),
    AdaptedCase(
      "openCypher TCK union/Union1, a union without duplicates",
      "Ada likes B. Ada calls B. Ada calls C.",
      "Ada likes whom or Ada calls whom", ["B", "C"]),
  ]
}

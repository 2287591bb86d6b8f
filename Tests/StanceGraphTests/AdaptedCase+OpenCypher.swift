/// Scenarios of the technology compatibility kit of openCypher: the file, the number and the title of each.
extension AdaptedCase {
  static let openCypher = [
    AdaptedCase(
      "openCypher TCK match/Match1 [4], Simple node inline property predicate",
      "Ada is a person. B is a person. C is a person. Ada has nick Bar. B has nick Monkey. C has forename Bar.",
      "who has nick Bar", ["Ada"]),
    AdaptedCase(
      "openCypher TCK match/Match1 [5], Use multiple MATCH clauses to do a Cartesian product",
      "Ada is a person. B is a person. C is a person.",
      "?n is a person and ?m is a person",
      ["Ada|Ada", "Ada|B", "Ada|C", "B|Ada", "B|B", "B|C", "C|Ada", "C|B", "C|C"]),
    AdaptedCase(
      "openCypher TCK match/Match2 [1], Match non-existent relationships returns empty",
      "Ada is a person. B is a person. C is a person.",
      "who ?r whom", []),
    AdaptedCase(
      "openCypher TCK match/Match2 [2], Matching a relationship pattern using a label predicate on both sides",
      "Ada is a person. Redland is a country. Ada likes Redland. Redland calls Ada. Redland owns Redland. Ada calls Ada.",
      "which person ?r which country", ["Ada|likes|Redland"]),
    AdaptedCase(
      "openCypher TCK match/Match2 [4], Matching a self-loop with a directed relationship pattern",
      "Ada likes Ada.",
      "someone ?r someone", ["likes"]),
    AdaptedCase(
      "openCypher TCK match/Match2 [5], Match relationship with inline property value",
      "X likes Ada with confidence 1. X likes B with confidence 0.5.",
      "someone likes whom with confidence 1", ["Ada"]),
    AdaptedCase(
      "openCypher TCK match/Match2 [6], Match relationships with multiple types",
      "Ada likes B. Ada calls C. Ada owns C.",
      "someone ?r someone and (?r = \"likes\" or ?r = \"calls\")", ["calls", "likes"]),
    AdaptedCase(
      "openCypher TCK match/Match3 [1], Get neighbours",
      "Ada likes B.",
      "who likes whom", ["Ada|B"]),
    AdaptedCase(
      "openCypher TCK match/Match3 [4], Get two related nodes",
      "Ada likes B. Ada likes C.",
      "someone likes whom", ["B", "C"]),
    AdaptedCase(
      "openCypher TCK match/Match3 [6], Matching a relationship pattern using a label predicate",
      "Redland is a country. B is a person. Ada likes Redland. Ada likes B.",
      "Ada likes which country", ["Redland"]),
    AdaptedCase(
      "openCypher TCK match/Match3 [9], Get related to related to",
      "Ada likes B. B calls C.",
      "?n ?r ?a and ?a ?q ?b show ?b", ["C"]),
    AdaptedCase(
      "openCypher TCK match/Match3 [10], Matching using self-referencing pattern returns no result",
      "Ada likes B. B likes C.",
      "?a likes ?b and ?b likes ?b", []),
    AdaptedCase(
      "openCypher TCK match/Match3 [14], Directed match of self-relationship on self-relationship graph",
      "Ada likes Ada.",
      "?n ?r ?n", ["Ada|likes"]),
    AdaptedCase(
      "openCypher TCK match/Match3 [17], Handling cyclic patterns",
      "Ada likes B. B calls Ada. B calls C.",
      "?a likes someone that calls ?a", ["Ada"]),
    AdaptedCase(
      "openCypher TCK match/Match3 [18], Handling cyclic patterns when separated into two parts",
      "Ada likes B. B calls Ada. B calls C.",
      "?a likes ?b and ?b calls ?a show ?a", ["Ada"]),
    AdaptedCase(
      "openCypher TCK match/Match3 [19], Two bound nodes pointing to the same node",
      "Ada likes X. Ada likes Y. B likes X. B likes Y.",
      "Ada likes ?x and B likes ?x", ["X", "Y"]),
    AdaptedCase(
      "openCypher TCK match/Match3 [20], Three bound nodes pointing to the same node",
      "Ada likes X. Ada likes Y. B likes X. B likes Y. C likes X. C likes Y.",
      "Ada likes ?x and B likes ?x and C likes ?x", ["X", "Y"]),
    AdaptedCase(
      "openCypher TCK match/Match3 [21], Three bound nodes pointing to the same node with extra connections",
      "Ada likes D. Ada likes E. Ada likes F. Ada likes G. Ada likes I. B likes D. B likes E. B likes F. B likes H. B likes K. C likes D. C likes E. C likes H. C likes G. C likes J.",
      "Ada likes ?x and B likes ?x and C likes ?x", ["D", "E"]),
    AdaptedCase(
      "openCypher TCK match/Match3 [23], Matching disconnected patterns",
      "Ada likes B. Ada likes C.",
      "?a likes ?b and ?c likes ?d", ["Ada|B|Ada|B", "Ada|B|Ada|C", "Ada|C|Ada|B", "Ada|C|Ada|C"]),
    AdaptedCase(
      "openCypher TCK match/Match4 [1], Handling fixed-length variable length pattern",
      "Ada likes B.",
      "Ada reaches whom via likes within 1 step", ["B"]),
    AdaptedCase(
      "openCypher TCK match/Match4 [2], Simple variable length pattern",
      "Ada likes B. B likes C. C likes D.",
      "Ada reaches whom via likes", ["B", "C", "D"]),
    AdaptedCase(
      "openCypher TCK match/Match5 [1], Handling unbounded variable length match",
      "Top likes L. Top likes R. L likes La. L likes Lb. R likes Ra. R likes Rb. La likes Laa. La likes Lab. Lb likes Lba. Lb likes Lbb. Ra likes Raa. Ra likes Rab. Rb likes Rba. Rb likes Rbb.",
      "Top reaches whom via likes",
      ["L", "La", "Laa", "Lab", "Lb", "Lba", "Lbb", "R", "Ra", "Raa", "Rab", "Rb", "Rba", "Rbb"]),
    AdaptedCase(
      "openCypher TCK match/Match5 [8], Handling upper and lower bounded variable length match 2",
      "Top likes L. Top likes R. L likes La. L likes Lb. R likes Ra. R likes Rb. La likes Laa. La likes Lab. Lb likes Lba. Lb likes Lbb. Ra likes Raa. Ra likes Rab. Rb likes Rba. Rb likes Rbb.",
      "Top reaches whom via likes within 2 steps", ["L", "La", "Lb", "R", "Ra", "Rb"]),
    AdaptedCase(
      "openCypher TCK match/Match5 [10], Handling symmetrically bounded variable length match, bounds are one",
      "Top likes L. Top likes R. L likes La. L likes Lb. R likes Ra. R likes Rb. La likes Laa. La likes Lab. Lb likes Lba. Lb likes Lbb. Ra likes Raa. Ra likes Rab. Rb likes Rba. Rb likes Rbb.",
      "Top reaches whom via likes within 1 step", ["L", "R"]),
    AdaptedCase(
      "openCypher TCK match/Match5 [24], Handling a variable length relationship and a standard relationship in chain, single length 2",
      "Top likes L. Top likes R. L likes La. L likes Lb. R likes Ra. R likes Rb. La likes Laa. La likes Lab. Lb likes Lba. Lb likes Lbb. Ra likes Raa. Ra likes Rab. Rb likes Rba. Rb likes Rbb.",
      "Top likes someone that likes whom", ["La", "Lb", "Ra", "Rb"]),
    AdaptedCase(
      "openCypher TCK match/Match6 [2], Return a simple path",
      "Ada likes B.",
      "path from Ada to B", ["1|Ada|likes →|B"]),
    AdaptedCase(
      "openCypher TCK match/Match6 [3], Return a three node path",
      "Ada likes B. B likes C.",
      "path from Ada to C", ["1|Ada|likes →|B", "2|B|likes →|C"]),
    AdaptedCase(
      "openCypher TCK match/Match6 [6], Handling direction of named paths",
      "Ada likes B.",
      "path from B to Ada", ["1|B|← likes|Ada"]),
    AdaptedCase(
      "openCypher TCK match/Match6 [9], Longer path query should return results in written order",
      "Two calls One. Two likes Three.",
      "path from One to Three", ["1|One|← calls|Two", "2|Two|likes →|Three"]),
    AdaptedCase(
      "openCypher TCK match/Match7 [2], OPTIONAL MATCH with previously bound nodes",
      "Ada is a person.",
      "who is a person, optionally who likes ?x", ["Ada|-"]),
    AdaptedCase(
      "openCypher TCK match/Match7 [3], OPTIONAL MATCH and bound nodes",
      "S likes Ann. S likes Bob. Ann likes Cid. Bob likes Bob.",
      "?b is Cid, optionally ?x likes ?b show ?x", ["Ann"]),
    AdaptedCase(
      "openCypher TCK match/Match7 [7], MATCH with OPTIONAL MATCH in longer pattern",
      "Ada likes B. B likes C.",
      "?a is Ada, optionally (?a likes ?m and ?m likes ?c) show ?c", ["C"]),
    AdaptedCase(
      "openCypher TCK match/Match7 [8], Longer pattern with bound nodes without matches",
      "S likes Ann. S likes Bob. Ann likes Cid. Bob likes Bob.",
      "?a is Ann and ?c is Cid, optionally (?a likes ?b and ?b likes ?c) show ?b", ["-"]),
    AdaptedCase(
      "openCypher TCK match/Match7 [9], Longer pattern with bound nodes",
      "S likes Ann. S likes Bob. Ann likes Cid. Bob likes Bob.",
      "?a is S and ?c is Cid, optionally (?a likes ?b and ?b likes ?c) show ?b", ["Ann"]),
    AdaptedCase(
      "openCypher TCK match-where/MatchWhere1 [4], Filter start node of relationship with property predicate on multi variables with multiple bindings",
      "Ada likes C. B likes D.",
      "who likes someone and who.name = \"B\"", ["B"]),
    AdaptedCase(
      "openCypher TCK match-where/MatchWhere1 [7], Filter relationship with relationship type predicate on multi variables with multiple bindings",
      "Ada likes B. Ada calls C.",
      "Ada ?r ?x and ?r = \"likes\" show ?x", ["B"]),
    AdaptedCase(
      "openCypher TCK match-where/MatchWhere1 [8], Filter relationship with property predicate on multi variables with multiple bindings",
      "X likes Ada with confidence 1. X likes B with confidence 0.5.",
      "someone likes whom as ?r and ?r.confidence = 1", ["Ada"]),
    AdaptedCase(
      "openCypher TCK match-where/MatchWhere1 [10], Filter node with disjunctive property predicate on single variables with multiple bindings",
      "Ada is a person. B is a person. C is a person. Ada has weight 12. B has height 13.",
      "who.weight = 12 or who.height = 13 show who", ["Ada", "B"]),
    AdaptedCase(
      "openCypher TCK match-where/MatchWhere2 [2], Filter node with conjunctive multi-part property predicates on multi variables with multiple bindings",
      "Adam owns One. Adam owns Four. Thing calls Red. One likes Red. Four likes Red.",
      "?a owns ?out and ?out likes ?red and ?t calls ?red and ?a.name = \"Adam\" and ?t.name = \"Thing\" and ?out.name = \"One\" show ?out",
      ["One"]),
    AdaptedCase(
      "openCypher TCK match-where/MatchWhere3 [1], Join between node identities",
      "Ada is a person. B is a person.",
      "?a is a person and ?b is a person and ?a is ?b", ["Ada|Ada", "B|B"]),
    AdaptedCase(
      "openCypher TCK match-where/MatchWhere3 [2], Join between node properties of disconnected nodes",
      "Ada is a person. B is a person. R is a country. S is a country. Ada has weight 1. B has weight 2. R has weight 2. S has weight 3.",
      "?a is a person and ?b is a country and ?a.weight = ?b.weight", ["B|R"]),
    AdaptedCase(
      "openCypher TCK match-where/MatchWhere3 [3], Join between node properties of adjacent nodes",
      "Ada is a person. B is a person. C is a person. D is a person. Ada likes B. Ada likes C. D likes B. D likes C. Ada has animal \"monkey\". B has animal \"cow\". C has animal \"monkey\". D has animal \"cow\".",
      "?n likes ?x and ?n.animal = ?x.animal", ["Ada|C", "D|B"]),
    AdaptedCase(
      "openCypher TCK match-where/MatchWhere4 [1], Join nodes on inequality",
      "Ada is a person. B is a person.",
      "?a is a person and ?b is a person and ?a is not ?b", ["Ada|B", "B|Ada"]),
    AdaptedCase(
      "openCypher TCK match-where/MatchWhere5 [1], Filter out on null",
      "One is a person. Two is a country. Root likes One. Root likes Two. One has var \"text\". Two has var 0.",
      "Root likes ?i and ?i is a person and ?i.var > \"te\" show ?i", ["One"]),
    AdaptedCase(
      "openCypher TCK match-where/MatchWhere5 [4], Do not filter out on null if the OR'd predicate evaluates to true",
      "One is a person. Two is a person. Root likes One. Root likes Two. One has var \"text\". Two has var 0.",
      "Root likes ?i and (?i.var > \"te\" or ?i.var >= 0)", ["One", "Two"]),
    AdaptedCase(
      "openCypher TCK expressions/existentialSubqueries/ExistentialSubquery1 [1], Simple subquery without WHERE clause",
      "Ada likes B. Ada likes C. Ada likes D.",
      "who likes someone", ["Ada"]),
    AdaptedCase(
      "openCypher TCK expressions/existentialSubqueries/ExistentialSubquery1 [2], Simple subquery with WHERE clause",
      "Ada is a person. B is a person. C is a person. D is a person. Ada likes B. Ada likes C. Ada likes D. B likes X. Ada has prop 1. B has prop 1. C has prop 2. D has prop 3.",
      "?n likes ?m and ?n.prop = ?m.prop show ?n", ["Ada"]),
    AdaptedCase(
      "openCypher TCK expressions/existentialSubqueries/ExistentialSubquery1 [3], Simple subquery without WHERE clause, not existing pattern",
      "Ada likes B. Ada likes C. Ada likes D.",
      "who calls someone", []),
    AdaptedCase(
      "openCypher TCK return-orderby/ReturnOrderBy1 [5], ORDER BY should order ints in the expected order",
      "Ada is a person. B is a person. C is a person. Ada has weight 1. B has weight 3. C has weight 2.",
      "who has weight > 0 show who.weight sort by who.weight", ["1", "2", "3"]),
    AdaptedCase(
      "openCypher TCK return-orderby/ReturnOrderBy1 [6], ORDER BY DESC should order ints in the expected order",
      "Ada is a person. B is a person. C is a person. Ada has weight 1. B has weight 3. C has weight 2.",
      "who has weight > 0 show who.weight sort by who.weight descending", ["3", "2", "1"]),
    AdaptedCase(
      "openCypher TCK return-orderby/ReturnOrderBy1 [8], ORDER BY DESC should order floats in the expected order",
      "Ada is a person. B is a person. C is a person. Ada has weight 1.5. B has weight 1.3. C has weight 999.99.",
      "who has weight > 0 show who.weight sort by who.weight descending", ["999.99", "1.5", "1.3"]),
    AdaptedCase(
      "openCypher TCK return-skip-limit/ReturnSkipLimit2 [2], Limit to two hits with explicit order",
      "Ada is a person. Bea is a person. Cid is a person. Dan is a person. Eve is a person.",
      "who is a person sort by who limit 2", ["Ada", "Bea"]),
    AdaptedCase(
      "openCypher TCK return-skip-limit/ReturnSkipLimit2 [3], LIMIT 0 should return an empty result",
      "Ada is a person. B is a person. C is a person.",
      "who is a person limit 0", []),
    AdaptedCase(
      "openCypher TCK return-skip-limit/ReturnSkipLimit2 [7], Limit to more rows than actual results 1",
      "Ada is a person. B is a person. C is a person. Ada has weight 1. B has weight 3. C has weight 2.",
      "who has weight > 0 show who.weight sort by who.weight descending limit 4", ["3", "2", "1"]),
    AdaptedCase(
      "openCypher TCK return-skip-limit/ReturnSkipLimit3 [1], Get rows in the middle",
      "Ada is a person. Bea is a person. Cid is a person. Dan is a person. Eve is a person.",
      "who is a person limit 2 skip 2", ["Cid", "Dan"]),
    AdaptedCase(
      "openCypher TCK return-skip-limit/ReturnSkipLimit3 [3], Limiting amount of rows when there are fewer left than the LIMIT argument",
      "Ada is a person. Bea is a person. Cid is a person. Dan is a person. Eve is a person.",
      "who is a person limit 10 skip 3", ["Dan", "Eve"]),
    AdaptedCase(
      "openCypher TCK expressions/aggregation/Aggregation1 [1], Count only non-null values",
      "Ada is a person. B is a person. C is a person. Ada has num 33. C has num 42.",
      "who is a person show count who, count who.num", ["3|2"]),
    AdaptedCase(
      "openCypher TCK expressions/aggregation/Aggregation1 [2], Counting loop relationships",
      "Ada likes Ada.",
      "someone likes someone", ["yes|1"]),
    AdaptedCase(
      "openCypher TCK union/Union1 [3], Two single-column inputs, one with duplicates, distinct",
      "Ada likes Two. Ada likes One. Ada calls Two. Ada likes Three. B likes Three. B likes Four.",
      "Ada likes ?x or Ada calls ?x or B likes ?x", ["Four", "One", "Three", "Two"]),
    AdaptedCase(
      "openCypher TCK union/Union1 [4], Should be able to create text output from union queries",
      "Redland is a country. Union is a bloc.",
      "?a is a country or ?a is a bloc", ["Redland", "Union"]),
  ]
}

/// Programs of Soufflé's own tests, each by its folder; “after” one is a variation of ours. Two are from
/// papers.
extension AdaptedCase {
  private static let chain = "Ada likes B. B likes D."
  private static let cycle = "Ada likes B. B likes C. C likes Ada."
  private static let follows = """
    define ?a follows ?b when ?a likes ?b. \
    define ?a follows ?c when ?a likes ?b and ?b follows ?c. 
    """
  private static let kinds = """
    define ?x is a pet when ?x likes ?y. define ?x is a quid when ?x calls ?y. \
    define ?x is a pet when ?x is a quid. define ?x is a quid when ?x is a pet. 
    """
  private static let nine = [
    "Ada|Ada", "Ada|B", "Ada|C", "B|Ada", "B|B", "B|C", "C|Ada", "C|B", "C|C",
  ]

  static let souffle = [
    AdaptedCase(
      "Soufflé evaluation/mutrecursion", "Ada likes X. B likes X. C calls X. D calls X.",
      kinds + "?x is a pet", ["Ada", "B", "C", "D"]),
    AdaptedCase(
      "Soufflé evaluation/mutrecursion, the other relation",
      "Ada likes X. B likes X. C calls X. D calls X.", kinds + "which quid likes someone",
      ["Ada", "B"]),
    AdaptedCase(
      "Soufflé evaluation/neg1", chain,
      follows + "define ?a skips ?b when ?a follows ?b and not ?a likes ?b. who skips whom",
      ["Ada|D"]),
    AdaptedCase(
      "Soufflé evaluation/neg1, the closure", chain, follows + "who follows whom",
      ["Ada|B", "Ada|D", "B|D"]),
    AdaptedCase(
      "Soufflé evaluation/neg4", "Ada likes B. B likes C. C likes D.",
      follows + "who follows whom and not Ada likes B", []),
    AdaptedCase(
      "after Soufflé evaluation/neg4, of what is no fact", "Ada likes B. B likes C. C likes D.",
      follows + "who follows whom and not B likes Ada",
      ["Ada|B", "Ada|C", "Ada|D", "B|C", "B|D", "C|D"]),
    AdaptedCase(
      "Soufflé evaluation/neg2, which asks for what it excludes",
      "Ada likes B. B likes C. C likes D.",
      follows + "who follows whom and who likes whom and not who likes whom", []),
    AdaptedCase(
      "Soufflé evaluation/mrtc", "Ada likes B. C likes D. B calls C. D calls E.",
      """
      define ?x joins ?y when ?x likes ?y. define ?x joins ?y when ?x calls ?y. \
      define ?x joins ?y when ?x joins ?z and ?z likes ?y. \
      define ?x joins ?y when ?x joins ?z and ?z calls ?y. who joins whom
      """, ["Ada|B", "Ada|C", "Ada|D", "Ada|E", "B|C", "B|D", "B|E", "C|D", "C|E", "D|E"]),
    AdaptedCase(
      "after Soufflé evaluation/mrtc, a relation that another one feeds",
      "Ada likes B. B likes C. X calls Y. Y calls Z.",
      """
      define ?x meets ?y when ?x calls ?y. define ?x meets ?y when ?x meets ?z and ?z calls ?y. \
      define ?x joins ?y when ?x likes ?y or ?x meets ?y. \
      define ?x joins ?y when ?x joins ?z and ?z likes ?y. who joins whom
      """, ["Ada|B", "Ada|C", "B|C", "X|Y", "X|Z", "Y|Z"]),
    AdaptedCase(
      "Soufflé evaluation/set_ops, difference",
      "Ada likes X. B likes X. C likes X. Ada calls X. C calls X.",
      "who likes X and does not call X", ["B"]),
    AdaptedCase(
      "Soufflé evaluation/set_ops, equal sets have no difference",
      "Ada likes X. B likes X. C likes X. Ada calls X. B calls X. C calls X.",
      "who likes X and does not call X", []),
    AdaptedCase(
      "Soufflé evaluation/set_ops, d is not empty", "Ada likes X.", "not someone likes someone",
      ["nothing recorded|0"]),
    AdaptedCase(
      "after Soufflé evaluation/set_ops, is something empty", "Ada likes X.",
      "not someone calls someone", ["yes|0"]),
    AdaptedCase(
      "Soufflé evaluation/recursion", "Ada likes X. B likes X.",
      "define ?x is a pet when ?x likes X. define ?x is a pet when ?x is a pet. ?x is a pet",
      ["Ada", "B"]),
    AdaptedCase(
      "after Soufflé evaluation/count_sccs1, reaches, which is right linear", cycle,
      follows + "who follows whom", nine),
    AdaptedCase(
      "after Soufflé evaluation/mrtc, pqs1, which is left linear", cycle,
      """
      define ?a follows ?b when ?a likes ?b. \
      define ?a follows ?c when ?a follows ?b and ?b likes ?c. who follows whom
      """, nine),
    AdaptedCase(
      "after Soufflé evaluation/magic_components, reachable, which is not linear", cycle,
      """
      define ?a follows ?b when ?a likes ?b. \
      define ?a follows ?c when ?a follows ?b and ?b follows ?c. who follows whom
      """, nine),
    AdaptedCase(
      "Soufflé evaluation/magic_components, SocialNet", "Luke likes Leia. Han likes Luke.",
      follows + "Han follows Leia", ["yes|0"]),
    AdaptedCase(
      "Soufflé evaluation/magic_components, SocialNet the other way",
      "Luke likes Leia. Han likes Luke.", follows + "Leia follows Han", ["nothing recorded|0"]),
    AdaptedCase(
      "Soufflé evaluation/magic_components, Equal, whose edges go both ways",
      "Five likes Fünf. Five likes V.",
      """
      define mutual ?a equals ?b when ?a likes ?b. \
      define mutual ?a equals ?c when ?a equals ?b and ?b equals ?c. V equals whom
      """, ["Five", "Fünf"]),
    AdaptedCase(
      "Soufflé evaluation/magic_components, London",
      "Airport likes Waterloo. Waterloo calls Bridge. Bridge owns Ben.",
      """
      define ?a joins ?b when ?a likes or calls ?b. define ?a joins ?b when ?a owns ?b. \
      define ?a joins ?c when ?a joins ?b and ?b joins ?c. Airport joins Ben
      """, ["yes|0"]),
    AdaptedCase(
      "Soufflé evaluation/magic_components, roots", "Luke likes Leia. Han likes Luke.",
      "who likes someone and not someone likes who", ["Han"]),
    AdaptedCase(
      "Soufflé evaluation/magic_components, leafs", "Luke likes Leia. Han likes Luke.",
      "who is liked by someone and not who likes someone", ["Leia"]),
    AdaptedCase(
      "after Soufflé evaluation/magic_components, a bound source",
      "Ada likes B. B likes C. X likes Y.", follows + "Ada follows whom", ["B", "C"]),
    AdaptedCase(
      "after Soufflé evaluation/magic_components, a bound target",
      "Ada likes B. B likes C. X likes C.", follows + "who follows C", ["Ada", "B", "X"]),
    AdaptedCase(
      "Soufflé evaluation/count_sccs1, mutually_reaching without itself",
      "Ada likes B. B likes Ada. B likes C. C likes D. D likes C.",
      follows + "?x follows ?y and ?y follows ?x and ?x is not ?y",
      ["Ada|B", "B|Ada", "C|D", "D|C"]),
    AdaptedCase(
      "Soufflé evaluation/subtype", "Ada is a person. Ada likes Ada. Ada calls Ada.",
      "which person calls which person and likes which person", ["Ada"]),
    AdaptedCase(
      "Soufflé semantic/rule_grounded, both ends bound", "Ada likes B. B calls C.",
      "define ?x meets ?z when ?x likes ?y and ?y calls ?z. who meets whom", ["Ada|C"]),
    AdaptedCase(
      "same generation (Bancilhon and Ramakrishnan 1986)",
      "P owns Ada. P owns B. Q owns C. G owns P. G owns Q.",
      """
      define mutual ?x matches ?y when ?p owns ?x and ?p owns ?y. \
      define mutual ?x matches ?y when ?p owns ?x and ?p matches ?q and ?q owns ?y. \
      who matches whom
      """, ["Ada|B", "Ada|C", "B|Ada", "B|C", "C|Ada", "C|B", "P|Q", "Q|P"]),
    AdaptedCase(
      "win–move game without cycles (Van Gelder 1993), two strata", "Ada likes B. B likes C.",
      """
      define ?x is a mover when ?x likes ?y. \
      define ?x is a winner when ?x likes ?y and ?y is not a mover. ?x is a winner
      """, ["B"]),
  ]

  static let refusals = [
    AdaptedCase(
      "Soufflé semantic/rel_stratification, of itself", "Ada likes B.",
      "define ?x is a pet when ?x likes ?y and ?x is not a pet. ?x is a pet", ["S04"]),
    AdaptedCase(
      "Soufflé semantic/rel_stratification, of each other", "Ada likes B.",
      """
      define ?x is a pet when ?x likes ?y and ?x is not a quid. \
      define ?x is a quid when ?x likes ?y and ?x is not a pet. ?x is a pet
      """, ["S04"]),
    AdaptedCase(
      "Soufflé semantic/rule_grounded, only in a negation", "Ada likes B.",
      "define ?x meets ?z when ?x likes ?y and not ?y calls ?z. who meets whom", ["S03"]),
    AdaptedCase(
      "Soufflé semantic/rule_grounded, only in a comparison", "Ada likes B.",
      "define ?x meets ?z when ?x likes ?y and ?y != ?z. who meets whom", ["S03"]),
    AdaptedCase(
      "Soufflé semantic/rule_grounded, a local variable of a negation", "Ada likes B. B calls C.",
      "?x likes ?y and ?y calls ?z and not ?y calls ?l", ["S01"]),
    AdaptedCase("Soufflé semantic/rel_udef", "Ada likes B.", "who hugs whom", ["N02"]),
    AdaptedCase("Soufflé semantic/type_udef", "Ada likes B.", "which number likes B", ["N05"]),
    AdaptedCase(
      "Soufflé semantic/rule_grounded, a local variable of a comparison", "Ada likes B. B calls C.",
      "?x likes ?y and ?y calls ?z and ?y != ?l", ["S01"]),
    AdaptedCase(
      "Soufflé semantic/underscore, in the head of a rule", "Ada likes B.",
      "define someone meets ?y when ?x likes ?y. who meets whom", ["P01"]),
    AdaptedCase(
      "Soufflé semantic/underscore, in a comparison", "Ada likes B.",
      "who likes whom and who > someone",
      ["P01"]),
    AdaptedCase(
      "Soufflé evaluation/rmut, which is not linear", "Ada likes B.",
      """
      define ?x is a pet when ?x likes ?y. define ?x is a quid when ?x is a pet and ?x likes ?y. \
      define ?x is a pet when ?x is a pet and ?x is a quid. ?x is a pet
      """, ["S05"]),
    AdaptedCase(
      "openCypher TCK match/Match1 [7], Fail when a relationship has the same variable in a preceding MATCH",
      "Ada likes B.", "someone ?r someone and ?r likes someone", ["T01"]),
    AdaptedCase(
      "openCypher TCK match/Match1 [9], Fail when a relationship has the same variable in the same pattern",
      "Ada likes B.", "someone ?r ?r", ["T01"]),
    AdaptedCase(
      "openCypher TCK return-skip-limit/ReturnSkipLimit2 [12], Fail when using negative value in LIMIT 1",
      "Ada likes B.", "who likes whom limit -1", ["P01"]),
    AdaptedCase(
      "openCypher TCK return-skip-limit/ReturnSkipLimit2 [16], Fail when using floating point in LIMIT 1",
      "Ada likes B.", "who likes whom limit 1.7", ["P01"]),
  ]
}

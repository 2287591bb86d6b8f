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
      "Soufflé evaluation/neg4, of what is no fact", "Ada likes B. B likes C. C likes D.",
      follows + "who follows whom and not B likes Ada",
      ["Ada|B", "Ada|C", "Ada|D", "B|C", "B|D", "C|D"]),
    AdaptedCase(
      "Soufflé evaluation/mrtc", "Ada likes B. C likes D. B calls C. D calls E.",
      """
      define ?x joins ?y when ?x likes ?y. define ?x joins ?y when ?x calls ?y. \
      define ?x joins ?y when ?x joins ?z and ?z likes ?y. \
      define ?x joins ?y when ?x joins ?z and ?z calls ?y. who joins whom
      """, ["Ada|B", "Ada|C", "Ada|D", "Ada|E", "B|C", "B|D", "B|E", "C|D", "C|E", "D|E"]),
    AdaptedCase(
      "Soufflé evaluation/mrtc, a relation that another one feeds",
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
      "Ada likes X. B likes X. Ada calls X. B calls X.", "who likes X and does not call X", []),
    AdaptedCase(
      "Soufflé evaluation/set_ops, is something empty", "Ada likes X.",
      "not someone calls someone", ["yes|0"]),
    AdaptedCase(
      "Soufflé evaluation/recursion, right linear", cycle, follows + "who follows whom", nine),
    AdaptedCase(
      "Soufflé evaluation/recursion, left linear", cycle,
      """
      define ?a follows ?b when ?a likes ?b. \
      define ?a follows ?c when ?a follows ?b and ?b likes ?c. who follows whom
      """, nine),
    AdaptedCase(
      "Soufflé evaluation/recursion, non-linear", cycle,
      """
      define ?a follows ?b when ?a likes ?b. \
      define ?a follows ?c when ?a follows ?b and ?b follows ?c. who follows whom
      """, nine),
    AdaptedCase(
      "Soufflé evaluation/magic_components, a bound source", "Ada likes B. B likes C. X likes Y.",
      """
      define ?a follows ?b when ?a likes ?b. \
      define ?a follows ?c when ?a follows ?b and ?b likes ?c. Ada follows whom
      """, ["B", "C"]),
    AdaptedCase(
      "Soufflé evaluation/magic_components, a bound target", "Ada likes B. B likes C. X likes C.",
      follows + "who follows C", ["Ada", "B", "X"]),
    AdaptedCase(
      "Soufflé evaluation/count_sccs1",
      "Ada likes B. B likes Ada. B likes C. C likes D. D likes C.",
      follows + "?x follows ?y and ?y follows ?x and ?x is not ?y",
      ["Ada|B", "B|Ada", "C|D", "D|C"]),
    AdaptedCase(
      "Soufflé evaluation/subtype", "Redland is a country. Ann is a person. Ann likes Redland.",
      "which actor is a country", ["Redland"]),
    AdaptedCase(
      "Soufflé semantic/underscore", "Ada likes B. C likes D.", "someone likes someone", ["yes|2"]),
    AdaptedCase(
      "Soufflé semantic/rule_grounded, both ends bound", "Ada likes B. B calls C.",
      "define ?x meets ?z when ?x likes ?y and ?y calls ?z. who meets whom", ["Ada|C"]),
    AdaptedCase(
      "Soufflé semantic/min_aggregate",
      "Ada likes B with confidence 0.5. Ada likes C with confidence 0.25. Ada likes D.",
      "Ada likes whom show min confidence, max confidence, count whom", ["0.25|0.5|3"]),
    AdaptedCase(
      "Soufflé semantic/max_aggregate, of nothing", "Ada likes B. B calls Ada.",
      "Ada calls whom show max confidence, count whom", ["-|0"]),
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
      "Soufflé semantic/recursive_aggregate", "Ada likes B.",
      """
      define ?a follows ?b when ?a likes ?b. \
      define ?a follows ?c counting ?b when ?a follows ?b and ?b likes ?c. who follows whom
      """, ["S05"]),
    AdaptedCase(
      "Soufflé evaluation/rmut, which is not linear", "Ada likes B.",
      """
      define ?x is a pet when ?x likes ?y. define ?x is a quid when ?x is a pet and ?x likes ?y. \
      define ?x is a pet when ?x is a pet and ?x is a quid. ?x is a pet
      """, ["S05"]),
    AdaptedCase(
      "openCypher TCK match/Match1, a variable of two kinds", "Ada supports Truce.",
      "who supports what and what supports who", ["T01"]),
  ]
}

extension AdaptedCase {
  private static let people = "Ada is a person. B is a person. C is a person. "
  private static let follows = """
    define ?a follows ?b when ?a likes ?b. \
    define ?a follows ?c when ?a likes ?b and ?b follows ?c. 
    """
  private static let diamond = "Ada likes B. Ada likes C. B likes Z. C likes Z. "
  private static let sets = """
    S is a bloc. T is a bloc. U is a bloc. \
    S owns Ada. S owns B. T owns Ada. T owns B. T owns C. U owns Ada. U owns B. 
    """

  static let sparql = [
    AdaptedCase(
      "W3C property-path pp01, a sequence", "Ada likes B. B calls C. C owns D. B calls E.",
      "Ada likes ?b and ?b calls ?c and ?c owns ?d", ["B|C|D"]),
    AdaptedCase(
      "W3C property-path pp02, zero or more", "Ada likes B. B likes C. X likes Ada.",
      follows + "Ada follows ?x or ?x is Ada", ["Ada", "B", "C"]),
    AdaptedCase(
      "W3C property-path pp08, an inverse", "Ada likes B. C likes B.", "B is liked by whom",
      ["Ada", "C"]),
    AdaptedCase(
      "W3C property-path pp09, an inverse sequence", "Ada likes B. B calls C.",
      "C is called by ?b and ?b is liked by ?a", ["B|Ada"]),
    AdaptedCase(
      "W3C property-path pp10, a negated property set", "Ada likes B. Ada calls C. Ada owns D.",
      "Ada ?r whom and ?r != \"likes\"", ["calls|C", "owns|D"]),
    AdaptedCase(
      "W3C property-path pp11, two ways to one target", diamond,
      "Ada likes someone that likes whom", ["Z"]),
    AdaptedCase(
      "W3C property-path pp12, two ways of any length to one target", diamond,
      follows + "Ada follows whom", ["B", "C", "Z"]),
    AdaptedCase(
      "W3C property-path pp14, a star over an acquaintance", "Ada likes B. B likes C. C likes Ada.",
      follows + "Ada follows whom", ["Ada", "B", "C"]),
    AdaptedCase(
      "W3C property-path pp16, duplicate paths and cycles",
      "Ada likes B. B likes Ada. Ada likes C. C likes B.", follows + "B follows whom",
      ["Ada", "B", "C"]),
    AdaptedCase(
      "W3C property-path pp23, diamond with tail", diamond + "Z likes Y.",
      follows + "Ada follows whom", ["B", "C", "Y", "Z"]),
    AdaptedCase(
      "W3C property-path pp25, diamond with loop", diamond + "Z likes Z.",
      follows + "who follows Z", ["Ada", "B", "C", "Z"]),
    AdaptedCase(
      "W3C property-path pp31, precedence of a sequence over an alternative",
      "Ada likes B. B calls C. Ada owns D.",
      "(Ada likes ?m and ?m calls ?x) or (Ada owns ?x and Ada owns ?m)", ["B|C", "D|D"]),
    AdaptedCase(
      "W3C property-path pp36, both ends bound", "Ada likes B. B likes C.",
      follows + "Ada follows C",
      ["yes|0"]),
    AdaptedCase(
      "W3C property-path pp37, a nested closure", "Ada likes B. B likes C.",
      follows
        + """
        define ?a leads ?b when ?a follows ?b. define ?a leads ?c when ?a leads ?b and ?b follows ?c. \
        who leads whom
        """, ["Ada|B", "Ada|C", "B|C"]),
    AdaptedCase(
      "W3C negation exists-01, there is a group with a member", sets,
      "which bloc owns someone", ["S", "T", "U"]),
    AdaptedCase(
      "W3C negation subset-01, every member of one is one of the other", sets,
      "?s is a bloc and ?t is a bloc and ?s is not ?t and not ?s owns someone that is not owned by ?t",
      ["S|T", "S|U", "U|S", "U|T"]),
    AdaptedCase(
      "W3C negation set-equals-1", sets,
      """
      ?s is a bloc and ?t is a bloc and ?s is not ?t \
      and not ?s owns someone that is not owned by ?t \
      and not ?t owns someone that is not owned by ?s
      """, ["S|U", "U|S"]),
    AdaptedCase(
      "W3C negation temporal-proximity-by-exclusion, the nearest before",
      "Ada likes B on 2001-01-01. Ada likes B on 2001-02-01. Ada likes B on 2001-03-01.",
      "Ada likes B before 2001-03 show last date", ["2001-02-01"]),
    AdaptedCase(
      "W3C negation full-minuend, what has no counterpart at all",
      "Ada likes B. C likes D. C calls D.",
      "who likes whom and not who calls whom", ["Ada|B"]),
    AdaptedCase(
      "W3C negation part-minuend, an absent value excludes nothing",
      people + "Ada has weight 1. Ada likes B. C likes B.", "who likes B and not who has weight 1",
      ["C"]),
  ]
}

/// Tests of SPARQL 1.1 as the manifests of w3c/rdf-tests name them (sparql/sparql11/property-path and
/// negation). What they are about is carried over; the graphs are our own.
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
      "W3C property-path pp01, Simple path", "Ada likes B. B calls C. C owns D. B calls E.",
      "Ada likes ?b and ?b calls ?c and ?c owns ?d", ["B|C|D"]),
    AdaptedCase(
      "W3C property-path pp02, Star path", "Ada likes B. B likes C. X likes Ada.",
      follows + "Ada follows ?x or ?x is Ada", ["Ada", "B", "C"]),
    AdaptedCase(
      "W3C property-path pp08, Reverse path", "Ada likes B. C likes B.", "B is liked by whom",
      ["Ada", "C"]),
    AdaptedCase(
      "W3C property-path pp09, Reverse sequence path", "Ada likes B. B calls C.",
      "C is called by ?b and ?b is liked by ?a", ["B|Ada"]),
    AdaptedCase(
      "W3C property-path pp10, Path with negation", "Ada likes B. Ada calls C. Ada owns D.",
      "Ada ?r whom and ?r != \"likes\"", ["calls|C", "owns|D"]),
    AdaptedCase(
      "W3C property-path pp11, Simple path and two paths to same target node", diamond,
      "Ada likes someone that likes whom", ["Z"]),
    AdaptedCase(
      "W3C property-path pp12, Variable length path and two paths to same target node", diamond,
      follows + "Ada follows whom", ["B", "C", "Z"]),
    AdaptedCase(
      "W3C property-path pp14, Star path over foaf:knows", "Ada likes B. B likes C. C likes Ada.",
      follows + "Ada follows whom", ["Ada", "B", "C"]),
    AdaptedCase(
      "W3C property-path pp16, Duplicate paths and cycles through foaf:knows*",
      "Ada likes B. B likes Ada. Ada likes C. C likes B.", follows + "B follows whom",
      ["Ada", "B", "C"]),
    AdaptedCase(
      "W3C property-path pp21, Diamond -- :p+", diamond, follows + "who follows whom",
      ["Ada|B", "Ada|C", "Ada|Z", "B|Z", "C|Z"]),
    AdaptedCase(
      "W3C property-path pp23, Diamond, with tail -- :p+", diamond + "Z likes Y.",
      follows + "Ada follows whom", ["B", "C", "Y", "Z"]),
    AdaptedCase(
      "W3C property-path pp25, Diamond, with loop -- :p+", diamond + "Z likes Z.",
      follows + "who follows Z", ["Ada", "B", "C", "Z"]),
    AdaptedCase(
      "W3C property-path pp31, Operator precedence 2",
      "Ada likes B. B calls C. Ada owns D.",
      "(Ada likes ?m and ?m calls ?x) or (Ada owns ?x and Ada owns ?m)", ["B|C", "D|D"]),
    AdaptedCase(
      "W3C property-path pp36, Arbitrary path with bound endpoints", "Ada likes B. B likes C.",
      follows + "Ada follows C",
      ["yes|0"]),
    AdaptedCase(
      "W3C property-path pp37, Nested (*)*", "Ada likes B. B likes C.",
      follows
        + """
        define ?a leads ?b when ?a follows ?b. define ?a leads ?c when ?a leads ?b and ?b follows ?c. \
        who leads whom
        """, ["Ada|B", "Ada|C", "B|C"]),
    AdaptedCase(
      "W3C negation exists-01, Positive EXISTS 1", sets,
      "which bloc owns someone", ["S", "T", "U"]),
    AdaptedCase(
      "W3C negation subset-01, Calculate which sets are subsets of others (include A subsetOf A)",
      sets,
      "?s is a bloc and ?t is a bloc and not ?s owns someone that is not owned by ?t",
      ["S|S", "S|T", "S|U", "T|T", "U|S", "U|T", "U|U"]),
    AdaptedCase(
      "W3C negation subset-03, Calculate proper subset", sets,
      """
      ?s is a bloc and ?t is a bloc and not ?s owns someone that is not owned by ?t \
      and ?t owns someone that is not owned by ?s show ?s, ?t
      """, ["S|T", "U|T"]),
    AdaptedCase(
      "W3C negation subset-02, Calculate which sets are subsets of others (exclude A subsetOf A)",
      sets,
      "?s is a bloc and ?t is a bloc and ?s is not ?t and not ?s owns someone that is not owned by ?t",
      ["S|T", "S|U", "U|S", "U|T"]),
    AdaptedCase(
      "W3C negation set-equals-1, Calculate which sets have the same elements", sets,
      """
      ?s is a bloc and ?t is a bloc and ?s is not ?t \
      and not ?s owns someone that is not owned by ?t \
      and not ?t owns someone that is not owned by ?s
      """, ["S|U", "U|S"]),
    AdaptedCase(
      "W3C negation temporal-proximity-by-exclusion-nex-1, Medical, temporal proximity by exclusion (NOT EXISTS)",
      "Ada likes B on 2001-01-01. Ada likes B on 2001-02-01. Ada likes B on 2001-03-01.",
      "Ada likes B before 2001-03 show last date", ["2001-02-01"]),
    AdaptedCase(
      "W3C negation full-minuend, Subtraction with MINUS from a fully bound minuend",
      "Ada likes B. C likes D. C calls D.",
      "who likes whom and not who calls whom", ["Ada|B"]),
    AdaptedCase(
      "W3C negation partial-minuend, Subtraction with MINUS from a partially bound minuend",
      people + "Ada has weight 1. Ada likes B. C likes B.", "who likes B and not who has weight 1",
      ["C"]),
  ]
}

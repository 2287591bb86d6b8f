import StanceReader
import Testing

/// Words such as `no`, `both` and `most` before a holder.
@Suite struct QuantifierTests {
  @Test(arguments: [
    Example("No party backed the plan.", "party supports not the plan"),
    Example("Both parties backed the plan.", "parties supports the plan"),
    Example("Neither side supports the plan.", "side supports not the plan"),
    Example("Neither side rejected the plan.", "side rejects not the plan"),
    Example("None of the parties supports the plan.", "parties supports not the plan"),
    Example("Neither of the unions accepted the offer.", "unions supports not the offer"),
    Example("Each of the unions accepted the offer.", "unions supports the offer"),
    Example(
      "Ana Paz said none of the parties supported the plan.", "parties supports not the plan"),
    Example("All parties rejected the plan.", "parties rejects the plan"),
    Example("Each side rejected the truce.", "side rejects the truce"),
    Example("Every union rejects the levy.", "union rejects the levy"),
    Example("Some parties rejected the truce.", "Some parties rejects the truce"),
    Example("Most lawmakers rejected the bill.", "Most lawmakers rejects the bill"),
    Example("Several unions rejected the bill.", "Several unions rejects the bill"),
    Example("Many residents oppose the tower.", "Many residents rejects the tower"),
    Example("A few residents oppose the tower.", "few residents rejects the tower"),
    Example("Few residents back the tower.", "residents supports not the tower"),
    Example("Three unions oppose the tower.", "Three unions rejects the tower"),
    Example("Any party would support the plan."),
    Example("Not all parties support the plan."),
    Example("Nobody supports the plan."),
    Example(
      "Both Norway and Sweden opposed the ban.", "Norway rejects the ban", "Sweden rejects the ban"),
    Example(
      "Neither Norway nor Sweden backed the ban.", "Norway supports not the ban",
      "Sweden supports not the ban"),
  ])
  func `what tells how many is no part of the holder, unless it tells who`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example("The band Who? rejected the plan.", "Who? rejects the plan"),
    Example("Yahoo! opposed the merger.", "Yahoo! rejects the merger"),
    Example("Yahoo!'s board opposed the merger.", "Yahoo!'s board rejects the merger"),
    Example(
      "The magazine Why? and the union rejected the levy.", "Why? rejects the levy",
      "union rejects the levy"),
    Example("Who knew? Norway backs the plan.", "Norway supports the plan"),
    Example("Is it Peru? No, Chad backs the plan.", "Chad supports the plan"),
  ])
  func `a mark within a name ends no sentence`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }
}

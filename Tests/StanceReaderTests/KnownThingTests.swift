import StanceReader
import Testing

/// What a sentence takes for granted, leaves open or says nothing of.
@Suite struct KnownThingTests {
  @Test(arguments: [
    Example("Chad denied that Peru, which backs the plan, had left.", "Peru supports the plan"),
    Example(
      "Chad demanded that Peru, which opposes the levy, sign the pact.", "Peru rejects the levy"),
    Example(
      "If the union, which opposes the levy, wins, prices will fall.", "union rejects the levy"),
    Example("Peru will act once Chad accepts the plan."),
    Example("Peru, once a foe, opposes the levy.", "Peru rejects the levy"),
    Example("If a party that opposes the levy wins, prices will fall."),
    Example("Ana Paz thanked every councillor who backed the plan."),
    Example(
      "Chad tabled a swap of land, an idea that Peru welcomed and Mali has not rejected.",
      "Chad proposes a swap of land", "Peru supports an idea", "Mali rejects not an idea"),
    Example("The minister met farmers who had opposed the levy.", "farmers rejects the levy"),
  ])
  func `a relative clause of something known holds, whatever becomes of the clause around it`(
    _ example: Example
  ) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example("Ana Paz declined to be identified."),
    Example("Ana Paz refused to be named or drawn on the plan."),
    Example("An aide who was hurt said Peru backed the plan.", "Peru supports the plan"),
    Example("Ana Paz agrees on nothing."),
    Example("Ana Paz suggested that Chad had left."),
    Example("Ana Paz suggested that the levy could fail."),
  ])
  func `who says nothing of a stance holds none`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example(
      "Two thirds of the members rejected the offer.", "Two thirds of the members rejects the offer"
    ),
    Example(
      "The union said 83 percent of its members voted against the offer.",
      "83 percent of its members rejects the offer"),
    Example("A handful of residents backed the plan.", "handful of residents supports the plan"),
    Example(
      "Six senators voted for the bill, and two others abstained.", "Six senators supports the bill"
    ),
    Example(
      "A group of smaller funds supports the demand.", "group of smaller funds supports the demand"),
    Example("The head of the union supports the plan.", "head of the union supports the plan"),
  ])
  func `shares and groups hold stances`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example("A rival suitor, Danube Brands, opposed the sale.", "Danube Brands rejects the sale"),
    Example("The biggest party, the Greens, opposes the bill.", "Greens rejects the bill"),
    Example("In a lawsuit, Ana Paz opposed the sale.", "Ana Paz rejects the sale"),
    Example(
      "Renewal won in May. Renewal's chairman, Otto Lang, said the party opposed the bill.",
      "Renewal rejects the bill"),
    Example(
      "Ana Paz of the Dockers' Union said the company opposed the bill.", "company rejects the bill"
    ),
  ])
  func `a name introduced by a description is the holder`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example(
      "Peru would back an offer above 15 dollars.", "Peru supports an offer above 15 dollars"),
    Example("Peru will not attend the talks.", "Peru rejects the talks"),
    Example("Peru rejected a pay rise of 6 percent.", "Peru rejects a pay rise of 6 percent"),
  ])
  func `amounts belong to what they measure`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }
}

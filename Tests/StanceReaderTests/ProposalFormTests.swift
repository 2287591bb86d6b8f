import Testing

@testable import StanceReader

/// Which names of proposals mean the same, and how sure a stance is.
@Suite struct ProposalFormTests {
  private func form(_ words: String) -> ProposalForm { ProposalForm(words, name: words) }

  @Test(arguments: [
    ("a truce", "the ceasefire", ProposalForm.Likeness.same),
    ("talks in Oslo", "negotiations in Oslo", .same),
    ("the idea of a levy", "a levy", .same),
    ("a call for a proposal for a levy", "the levy", .same),
    ("a 30-day truce", "a truce", .narrower),
    ("a truce", "an unconditional truce", .wider),
    ("a levy on petrol", "a levy", .narrower),
    ("a ban", "a ban on cars in the town", .wider),
  ])
  func `equal heads without contradiction are alike`(
    _ one: String, _ other: String, _ likeness: ProposalForm.Likeness
  ) {
    #expect(form(one).likeness(to: form(other)) == likeness)
  }

  @Test(arguments: [
    ("a truce", "a levy"), ("a 30-day truce", "an unconditional truce"),
    ("a levy on petrol", "a levy on sugar"), ("talks in Oslo", "talks in Lima"), ("", ""),
    ("the", "a"),
  ])
  func `details of which each lacks one are not merged`(_ one: String, _ other: String) {
    #expect(form(one).likeness(to: form(other)) == nil)
  }

  @Test(arguments: ["a truce", "talks in Oslo", "a ban on cars", "the 30-day truce in May"])
  func `likeness is the same seen from the other side`(_ name: String) {
    let others = ["truce", "talks", "negotiations in Oslo", "ban", "30-day truce", "ban on cars"]
    for other in others {
      let back = form(other).likeness(to: form(name))
      switch form(name).likeness(to: form(other)) {
      case .same: #expect(back == .same)
      case .narrower: #expect(back == .wider)
      case .wider: #expect(back == .narrower)
      case nil: #expect(back == nil)
      }
    }
  }

  @Test(arguments: [
    ("Peru rejects the levy.", "Peru may reject the levy."),
    ("Peru rejects the levy.", "Peru’s rejection of the levy is old."),
    ("Peru rejects the levy.", "Peru is expected to reject the levy."),
    ("Peru rejects the levy.", "The union rejects the levy."),
    ("Peru rejects the levy.", "“We reject the levy,” said Ana Paz."),
    ("Peru rejects the levy.", "Peru rejects it."),
    ("The union rejects the levy.", "It met. The union rejects it."),
    ("Peru rejects the levy.", "Peru rejects levy"),
    ("Peru may reject the levy.", "Peru may be about to reject it."),
    ("Peru rejects the levy.", "Peru called the levy a disgrace."),
  ])
  func `each doubt lowers the confidence`(_ sure: String, _ unsure: String) throws {
    let high = try #require(Reading.of(sure).statements.first)
    let low = try #require(Reading.of(unsure).statements.first)
    #expect(high.confidence > low.confidence)
    #expect(high.relation == low.relation && high.polarity == low.polarity)
  }
}

import StanceReader
import Testing

@Suite struct StanceVerbTests {
  @Test(arguments: [
    Example(
      "The European Commission proposed a ban on imports of timber.",
      "European Commission proposes a ban on imports of timber"),
    Example(
      "Senator Maria Lopez urged the committee to delay the vote.",
      "Maria Lopez proposes delay the vote"),
    Example("Doctors called for a ban on e-cigarettes.", "Doctors proposes a ban on e-cigarettes"),
    Example(
      "Britain, meanwhile, is pushing for tougher sanctions.",
      "United Kingdom proposes tougher sanctions"
    ),
    Example("Fans want the owner to sell the club.", "Fans proposes sell the club"),
    Example(
      "The union demanded that the firm reinstate the sacked workers.",
      "union proposes the firm reinstate the sacked workers"),
    Example(
      "The commission suggested that quotas be cut by a third.",
      "commission proposes quotas be cut by a third"),
    Example(
      "The committee tabled a motion to suspend the chairman.",
      "committee proposes a motion to suspend the chairman"),
    Example(
      "Pakistan offered to mediate between the two sides.",
      "Pakistan proposes mediate between the two sides"),
    Example(
      "The league offered the players a 4 percent raise.",
      "league proposes a 4 percent raise"),
    Example(
      "The operators' group has asked the ministry for an extension.",
      "operators' group proposes an extension"),
    Example(
      "South Korea's Lee Min-ho proposed holding a summit in Jeju.",
      "Lee Min-ho proposes holding a summit in Jeju"),
    Example(
      "Councillor Ida Brekke floated a compromise.", "Ida Brekke proposes a compromise"),
    Example(
      "The agency put forward a plan to drain the marsh.",
      "agency proposes a plan to drain the marsh"),
  ])
  func `who calls for something proposes it`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example(
      "Shareholders approved the merger by a wide margin.", "Shareholders supports the merger"),
    Example(
      "Zambia and Malawi signed up to the compact last year.", "Zambia supports the compact",
      "Malawi supports the compact"),
    Example("Ministers gave the green light to the project.", "Ministers supports the project"),
    Example(
      "Chile's president threw his weight behind the constitution.",
      "Chile's president supports the constitution"),
    Example("Norway has joined calls for a ceasefire.", "Norway supports a ceasefire"),
    Example(
      "The two sides agreed on Wednesday to extend the truce.",
      "two sides supports extend the truce"),
    Example(
      "The company has agreed to pay compensation to the victims.",
      "company supports pay compensation to the victims"),
    Example(
      "The museum said it was open to returning the statue.", "museum supports returning the statue"
    ),
    Example(
      "The chief executive defended the decision to cut jobs.",
      "chief executive supports the decision to cut jobs"),
    Example("The bishops are in favour of the reform.", "bishops supports the reform"),
    Example("The bishops are in favor of the reform.", "bishops supports the reform"),
    Example("Finland was inclined to accept the treaty.", "Finland supports the treaty"),
    Example("The mayor came out in favour of the tunnel.", "mayor supports the tunnel"),
    Example("Investors voted for the merger.", "Investors supports the merger"),
  ])
  func `who backs or accepts something supports it`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example(
      "The teachers' union voted down the contract offer on Thursday night.",
      "teachers' union rejects the contract offer"),
    Example(
      "Residents of Elm Street objected to the new bus lane.",
      "Residents of Elm Street rejects the new bus lane"),
    Example("The club turned the offer down.", "club rejects the offer"),
    Example("The committee shot down the amendment.", "committee rejects the amendment"),
    Example("The fishermen are against the wind farm.", "fishermen rejects the wind farm"),
    Example(
      "Airlines have long resisted stricter emission rules.",
      "Airlines rejects stricter emission rules"),
    Example("The tribe has vowed to fight the mine.", "tribe rejects the mine"),
    Example("Landlords lobbied against the rent cap.", "Landlords rejects the rent cap"),
    Example("Mexico refused to sign the treaty.", "Mexico rejects the treaty"),
    Example(
      "She turned down, though, all swaps of land.", ""),
    Example(
      "The central bank ruled out an early cut in interest rates.",
      "central bank rejects an early cut in interest rates"),
    Example(
      "Professors voted 41-12 on Wednesday to reject the merger.", "Professors rejects the merger"),
    Example(
      "Denmark poured cold water on the idea of a bridge.",
      "Denmark rejects the idea of a bridge"),
  ])
  func `who turns something down rejects it`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found.filter { !$0.isEmpty })
  }

  @Test(arguments: [
    Example(
      "Sweden will host the next round of negotiations in October.",
      "Sweden hosts the next round of negotiations in October"),
    Example(
      "Turkey is willing to host peace talks, its foreign minister said.",
      "Turkey hosts peace talks"),
    Example(
      "The governor volunteered to host another round in Tampere.",
      "governor hosts another round in Tampere"),
    Example(
      "The vice chancellor announced that the university would host the games in 2030.",
      "university hosts the games in 2030"),
  ])
  func `who hosts, or is ready to, hosts`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    "The lorry blocked a road in the north.",
    "The army shot down a helicopter.",
    "The troops crossed the river at dawn.",
    "The nurse welcomed him at the door.",
    "The baker offered her a cup of coffee.",
    "A storm hit the coast and cut power to thousands of homes.",
    "The striker scored twice in the second half.",
  ])
  func `verbs in a literal sense tell no stance`(_ text: String) {
    #expect(Reading.of(text).stances == [])
  }

  @Test(arguments: [
    Example(
      "Elif Kaya called the budget a disaster.", "Elif Kaya rejects the budget"),
    Example(
      "Amnesty International described the verdict as unfair.",
      "Amnesty International rejects the verdict"),
    Example(
      "Jan Novak called a truce a vital move for the region.",
      "Jan Novak supports a truce"),
    Example("The director dismissed the criticism as nonsense.", "director rejects the criticism"),
  ])
  func `praise and blame after call and describe tell a stance`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }
}

import Foundation
import StanceModel
import Testing

@testable import StanceDiagram

/// The cells of a matrix.
struct DerivedMatrixTests {
  private func pair(_ one: String, _ relation: String, _ other: String, _ weight: Int)
    -> [DrawnStance]
  {
    [(one, other), (other, one)].map {
      DrawnStance(
        actor: $0.0, proposal: $0.1, relation: relation, date: nil, derivedWeight: weight)
    }
  }

  @Test func `derived pairs have what they count in their cells`() {
    let sheet = Matrix(
      stances: pair("Ann", "agrees with", "Bob", 3) + pair("Ann", "conflicts with", "Cy", 2),
      caption: Caption(hasLegend: true)
    ).sheet()
    let svg = sheet.svg()
    #expect(svg.components(separatedBy: ">+3</text>").count == 3)
    #expect(svg.components(separatedBy: ">−2</text>").count == 3)
    #expect(svg.contains("<title>Ann agrees with Bob (×3)</title>"))
    #expect(svg.contains("number of shared proposals"))
    #expect(svg.contains("A matrix of 3 actors and 3 columns."))
  }

  @Test func `what is mutual has one order`() {
    let stances =
      pair("D", "conflicts with", "A", 1) + pair("A", "conflicts with", "C", 1)
      + pair("B", "conflicts with", "D", 1) + pair("B", "conflicts with", "C", 1)
    let grid = Matrix.grid(stances, order: ["conflicts with"])
    #expect(grid.actors == grid.proposals)
  }

  @Test(arguments: 1...12)
  func `a cell is wide enough for the numbers of all its relations`(relations: Int) {
    let stances = (0..<relations).flatMap { relation in
      (0..<3).map { day in
        DrawnStance(
          actor: "Ann", proposal: "plan", relation: "verb \(relation)",
          date: PartialDate(year: 2020, month: 1, day: day + 1))
      }
    }
    let canvas = Matrix(stances: stances).sheet().canvas
    let numbers = canvas.marks.flatMap(\.shapes).compactMap { shape -> (Double, Double)? in
      guard case .text(let text, let point, let style) = shape, text.hasSuffix("3") else {
        return nil
      }
      return (point.x, TextMetrics.width(text, size: style.size, isBold: true))
    }
    #expect(numbers.count == relations)
    for (one, other) in zip(numbers, numbers.dropFirst()) {
      #expect(other.0 - one.0 >= (one.1 + other.1) / 2)
    }
  }
}

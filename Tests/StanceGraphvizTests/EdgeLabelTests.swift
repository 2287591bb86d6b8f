import Foundation
import StanceModel
import Testing

@testable import StanceDiagram
@testable import StanceGraphviz

struct EdgeLabelTests {
  /// Networks whose edges have labels of many lengths, with loops and parallel edges.
  private static func network(
    _ layout: Style.Layout, _ direction: Style.Direction? = nil, edges count: Int = 30
  ) -> Diagram {
    let quote = "we shall not agree to any of this before every harbour has been opened again"
    var diagram = Networks.dense(nodes: 14, edges: count, layout: layout)
    diagram.style.direction = direction
    for index in diagram.edges.indices {
      let end = quote.index(quote.startIndex, offsetBy: 3 + index * 7 % 70)
      diagram.edges[index].labels = ["2024-02-01", String(quote[..<end])]
    }
    diagram.edges[0].to = diagram.edges[0].from
    var seen: Set<[Int]> = []
    diagram.edges.removeAll { !seen.insert([$0.from, $0.to]).inserted }
    (diagram.edges[2].from, diagram.edges[2].to) = (diagram.edges[1].from, diagram.edges[1].to)
    diagram.edges[2].relation = "rejects"
    diagram.caption.hasLegend = true
    return diagram
  }

  private static let layouts: [(Style.Layout, Style.Direction?)] = [
    (.dot, .right), (.dot, .left), (.dot, .down), (.dot, .up), (.neato, nil), (.fdp, nil),
    (.sfdp, nil), (.twopi, nil), (.circo, nil), (.osage, nil),
  ]

  @Test(arguments: layouts)
  func `no label hides a node or another label, and all are on the page`(
    layout: Style.Layout, direction: Style.Direction?
  ) throws {
    var renderer = Child.renderer()
    let diagram = Self.network(layout, direction)
    let picture = try renderer.picture(of: diagram, format: .svg)
    let page = try LabelReading(String(decoding: picture.bytes, as: UTF8.self))
    #expect(page.nodes.count == diagram.nodes.count)
    #expect(page.labels.count > 3)
    for (index, label) in page.labels.enumerated() {
      #expect(!page.nodes.contains { $0.overlaps(label) })
      #expect(!page.labels[..<index].contains { $0.overlaps(label) })
      #expect(label.left >= 0 && label.right <= page.width)
      #expect(label.top >= 0 && label.bottom <= page.height)
    }
    let missing = diagram.edges.count - page.labels.count
    #expect(picture.messages.contains { $0.hasPrefix("\(missing) label") } == (missing > 0))
    #expect(page.text.contains(">\(missing) label") == (missing > 0))
  }

  @Test(arguments: [Style.Direction.right, .down])
  func `dot makes room for every label`(direction: Style.Direction) throws {
    var renderer = Child.renderer()
    var diagram = Networks.talks
    diagram.style.direction = direction
    for index in diagram.edges.indices {
      diagram.edges[index].labels = [String(repeating: "peace and quiet ", count: 5)]
    }
    for format in [PictureFormat.svg, .png] {
      #expect(try renderer.picture(of: diagram, format: format).messages.isEmpty)
    }
    let picture = try renderer.picture(of: diagram, format: .svg)
    let page = try LabelReading(String(decoding: picture.bytes, as: UTF8.self))
    #expect(page.labels.count == diagram.edges.count)
    #expect(!page.text.contains("xxx"))
  }

  @Test func `a network with labels is drawn alike for every order of its edges`() throws {
    var renderer = Child.renderer()
    let diagram = Self.network(.neato)
    var turned = diagram
    turned.edges.reverse()
    turned.nodes.reverse()
    let first = try renderer.picture(of: diagram, format: .svg)
    #expect(try renderer.picture(of: turned, format: .svg) == first)
  }

  @Test func `labels that are left out of large networks are told`() throws {
    var renderer = Child.renderer()
    var diagram = Networks.dense(nodes: 60, edges: 160, layout: .sfdp)
    #expect(try renderer.picture(of: diagram, format: .svg).messages.isEmpty)
    for index in diagram.edges.indices { diagram.edges[index].labels = ["2024-02-01"] }
    let note = "Labels are left out above 150 edges; they are under the pointer"
    let page = try renderer.picture(of: diagram, format: .svg)
    #expect(page.messages == ["\(note)."])
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(text.contains(">\(note).<"))
    #expect(text.contains("· 2024-02-01</title>"))
    #expect(try renderer.picture(of: diagram, format: .png).messages == ["\(note) in an SVG."])
  }

  @Test(arguments: [Style.Layout.dot, .fdp, .osage])
  func `clusters have their frames on paper`(layout: Style.Layout) throws {
    var renderer = Child.renderer()
    var diagram = Networks.dense(nodes: 12, edges: 20, layout: layout)
    for index in diagram.nodes.indices { diagram.nodes[index].cluster = "box \(index % 3)" }
    let network = DrawnNetwork(diagram)
    let placed = try renderer.render(
      dot: network.dot(for: .paper), format: .dot, layout: LayoutEngine(layout))
    let text = try #require(PlacedNetwork(placed.bytes)?.furnished(for: network)?.text)
    let drawn = try renderer.render(dot: text, format: .svg, layout: .nop2)
    let page = String(decoding: drawn.bytes, as: UTF8.self)
    #expect(page.components(separatedBy: "class=\"cluster\"").count == 4)
  }
}

/// Where nodes and labels are on a page of ours, on which every element has a line.
private struct LabelReading {
  struct Box {
    var left = Double.infinity
    var right = -Double.infinity
    var top = Double.infinity
    var bottom = -Double.infinity

    func overlaps(_ other: Box) -> Bool {
      min(right, other.right) - max(left, other.left) > 0.1
        && min(bottom, other.bottom) - max(top, other.top) > 0.1
    }
  }

  let text: String
  private(set) var nodes: [Box] = []
  private(set) var labels: [Box] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  init(_ svg: String) throws {
    text = svg
    var (group, isFirst, shift): (String, Bool, [Double]) = ("", false, [0, 0])
    for line in svg.split(separator: "\n").map(String.init) {
      let kind = Self.value("class", in: line)?.split(separator: " ").first.map(String.init)
      if line.hasPrefix("<svg") {
        let size = Self.numbers(Self.value("viewBox", in: line) ?? "")
        (width, height) = (size[2], size[3])
      } else if line.hasPrefix("<g"), kind == "network" {
        shift = Self.numbers(Self.value("transform", in: line) ?? "")
      } else if line.hasPrefix("<g") {
        (group, isFirst) = (kind ?? "", true)
      } else if line.hasPrefix("<path") || line.hasPrefix("<polygon"), isFirst {
        let outline = Self.value("points", in: line) ?? Self.value("d", in: line) ?? ""
        isFirst = false
        let box = Self.box(Self.numbers(outline), shift)
        if group == "node" { nodes.append(box) }
        if group == "label" { labels.append(box) }
      }
    }
    try #require(width > 0 && shift.count == 2)
  }

  private static func box(_ numbers: [Double], _ shift: [Double]) -> Box {
    var box = Box()
    for index in stride(from: 0, to: numbers.count - 1, by: 2) {
      let (x, y) = (numbers[index] + shift[0], numbers[index + 1] + shift[1])
      (box.left, box.right) = (min(box.left, x), max(box.right, x))
      (box.top, box.bottom) = (min(box.top, y), max(box.bottom, y))
    }
    return box
  }

  private static func value(_ attribute: String, in line: String) -> String? {
    guard let start = line.range(of: " \(attribute)=\"") else { return nil }
    return line[start.upperBound...].split(separator: "\"", omittingEmptySubsequences: false)
      .first.map(String.init)
  }

  private static func numbers(_ text: String) -> [Double] {
    text.split { !"-.0123456789".contains($0) }.compactMap { Double($0) }
  }
}

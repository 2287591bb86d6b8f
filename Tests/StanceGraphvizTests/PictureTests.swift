import Foundation
import FoundationXML
import StanceModel
import Testing

@testable import StanceDiagram
@testable import StanceGraphviz

struct PictureTests {
  private func svg(_ diagram: Diagram) throws -> String {
    var renderer = Child.renderer()
    return String(decoding: try renderer.picture(of: diagram, format: .svg).bytes, as: UTF8.self)
  }

  @Test func `a page has every node, edge, tooltip and entry of the legend`() throws {
    let page = try SVGReading(svg(Networks.talks))
    #expect(page.groups["node"]?.sorted() == ["n1", "n2", "n3", "n4"])
    #expect(page.groups["edge"]?.sorted() == ["e1", "e2", "e3"])
    #expect(page.groups["cluster"] == ["c1"])
    #expect(
      page.titles.contains(
        "Russia rejects 30-day ceasefire (3 statements): “No & <never>” – Putin, 2025-03-13"))
    for text in ["rejects", "supports", "hosts", "with a condition", "Peace & talks", "×3", "if"] {
      #expect(page.texts.contains(text))
    }
    #expect(page.titles.first == "Peace & talks")
    #expect(page.descriptions.first?.contains("graph 1234") == true)
    #expect(
      page.links.sorted() == [
        "https://example.org/?a=1&b=2", "https://example.org/story?x=1&y=2",
      ])
  }

  @Test func `a page says nothing of Graphviz`() throws {
    let text = try svg(Networks.talks)
    #expect(!text.lowercased().contains("graphviz"))
    #expect(!text.contains("<!"))
    #expect(!text.contains("transparent"))
  }

  @Test func `a page is the same in every run and for every order of the input`() throws {
    let first = try svg(Networks.talks)
    #expect(try svg(Networks.talks) == first)
    #expect(try svg(Networks.shuffled()) == first)
  }

  @Test(arguments: Networks.labels)
  func `hostile labels are drawn in every format`(label: String) throws {
    var diagram = Networks.talks
    diagram.nodes[0].label = label
    diagram.nodes[1].cluster = label
    diagram.nodes[2].note = label
    diagram.nodes[2].url = label
    diagram.edges[0].relation = label
    diagram.edges[0].labels = [label]
    diagram.edges[1].quotation = Quotation(text: label, speaker: label)
    diagram.caption.title = label
    diagram.caption.notes = [label]
    var renderer = Child.renderer()
    for format in [PictureFormat.svg, .png, .pdf] {
      let picture = try renderer.picture(of: diagram, format: format)
      #expect(picture.messages.allSatisfy { $0.hasPrefix("Warning: no installed font") })
      guard format == .svg else { continue }
      let page = try SVGReading(String(decoding: picture.bytes, as: UTF8.self))
      #expect(page.groups["node"]?.count == 4)
      #expect(page.links.allSatisfy { $0.hasPrefix("https://") })
    }
  }

  @Test(arguments: [Theme.light, .dark])
  func `text stays within its box`(theme: Theme) throws {
    var diagram = Networks.talks
    diagram.style.theme = theme
    diagram.nodes[2].label = String(repeating: "European peacekeepers ", count: 12)
    let page = try SVGReading(svg(diagram))
    #expect(page.boxes.count == 4)
    for box in page.boxes {
      for text in box.texts {
        #expect(text.x > box.left && text.x < box.right)
        #expect(text.y > box.top && text.y < box.bottom + 1)
        let half = TextMetrics.width(text.content, size: text.size) / 2
        #expect(text.x - half > box.left + 4 && text.x + half < box.right - 4)
      }
    }
  }

  @Test func `clusters are the same in every picture of a process`() throws {
    var diagram = Networks.dense(nodes: 24, edges: 40)
    for index in diagram.nodes.indices { diagram.nodes[index].cluster = "box \(index % 8)" }
    var renderer = Child.renderer()
    let first = try renderer.picture(of: diagram, format: .svg)
    for _ in 0..<4 { #expect(try renderer.picture(of: diagram, format: .svg) == first) }
  }

  @Test func `a cluster holds its name`() throws {
    var diagram = Networks.talks
    diagram.nodes[0].cluster = "Green Harbour / Merrow Labour, with a very long name to be broken"
    let page = try SVGReading(svg(diagram))
    let box = try #require(page.clusters.first)
    let lines = ClusterText("Green Harbour / Merrow Labour, with a very long name to be broken")
      .lines
    #expect(lines.count > 1)
    for line in lines {
      let text = try #require(page.placed.first { $0.content == line })
      let width = TextMetrics.width(line, size: text.size)
      #expect(text.x > box.left && text.x + width < box.right)
      #expect(text.y > box.top && text.y < box.bottom)
    }
  }

  @Test func `a network of 5,000 edges is cut and drawn`() throws {
    var diagram = Networks.dense(nodes: 1000, edges: 5000)
    let note = diagram.keepHeaviest()
    #expect(note != nil)
    #expect(diagram.layout == .sfdp)
    let page = try SVGReading(svg(diagram))
    #expect(page.groups["edge"]?.count == diagram.edges.count)
    #expect(page.texts.contains(note ?? "-"))
  }

  @Test(arguments: [Style.Layout.neato, .sfdp, .fdp, .circo, .twopi, .osage])
  func `every layout has its caption and its labels`(layout: Style.Layout) throws {
    var diagram = Networks.talks
    diagram.style.layout = layout
    let page = try SVGReading(svg(diagram))
    #expect(page.texts.contains("Peace & talks"))
    #expect(page.texts.contains("×3"))
    var renderer = Child.renderer()
    #expect(try renderer.picture(of: diagram, format: .pdf).bytes.starts(with: Array("%PDF".utf8)))
  }

  @Test(arguments: [0, 1])
  func `a network of next to nothing is drawn`(count: Int) throws {
    let diagram = Diagram(
      nodes: Array(Networks.talks.nodes.prefix(count)), edges: [], caption: Networks.talks.caption)
    var renderer = Child.renderer()
    for format in PictureFormat.allCases {
      #expect(try !renderer.picture(of: diagram, format: format).bytes.isEmpty)
    }
    for sheet in [Timeline(stances: []).sheet(), Matrix(stances: []).sheet()] {
      #expect(try !renderer.picture(of: sheet, format: .png).bytes.isEmpty)
    }
  }

  @Test func `timelines and matrices are drawn in every format`() throws {
    let date = try #require(PartialDate("2025-05"))
    let stances = ["supports", "rejects"].map {
      DrawnStance(actor: "Russia & co", proposal: "plan", relation: $0, date: date)
    }
    var renderer = Child.renderer()
    for sheet in [Timeline(stances: stances).sheet(), Matrix(stances: stances).sheet()] {
      for format in PictureFormat.allCases {
        let picture = try renderer.picture(of: sheet, format: format)
        #expect(picture.messages.isEmpty)
        #expect(!picture.bytes.isEmpty)
      }
    }
  }
}

/// What a page holds, read by another parser than ours.
private final class SVGReading: NSObject, XMLParserDelegate {
  struct Text {
    var content = ""
    var x = 0.0
    var y = 0.0
    var size = 0.0
  }

  struct Box {
    var left = Double.infinity
    var right = -Double.infinity
    var top = Double.infinity
    var bottom = -Double.infinity
    var texts: [Text] = []

    mutating func include(_ x: Double, _ y: Double) {
      (left, right) = (min(left, x), max(right, x))
      (top, bottom) = (min(top, y), max(bottom, y))
    }
  }

  private(set) var groups: [String: [String]] = [:]
  private(set) var titles: [String] = []
  private(set) var descriptions: [String] = []
  private(set) var texts: [String] = []
  private(set) var links: [String] = []
  private(set) var boxes: [Box] = []
  private(set) var clusters: [Box] = []
  private(set) var placed: [Text] = []
  private var content = ""
  private var text = Text()
  private var kinds: [String] = []

  init(_ svg: String) throws {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    try #require(parser.parse() && parser.parserError == nil)
    try SVGCheck.check(Array(svg.utf8))
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    content = ""
    switch name {
    case "g":
      let kind = (attributes["class"] ?? "").split(separator: " ").first.map(String.init) ?? ""
      kinds.append(kind)
      if let id = attributes["id"] { groups[kind, default: []].append(id) }
      if kind == "node" { boxes.append(Box()) }
    case "a": links.append(attributes["xlink:href"] ?? "")
    case "text":
      text = Text(
        x: Double(attributes["x"] ?? "") ?? 0, y: Double(attributes["y"] ?? "") ?? 0,
        size: Double(attributes["font-size"] ?? "") ?? 0)
    case "path", "polygon", "polyline":
      guard kinds.last == "node" || kinds.last == "cluster" else { break }
      if kinds.last == "cluster" { clusters.append(Box()) }
      let numbers = (attributes["points"] ?? attributes["d"] ?? "")
        .split { "MCL, ".contains($0) }.compactMap { Double($0) }
      for index in stride(from: 0, to: numbers.count - 1, by: 2) {
        if kinds.last == "node" {
          boxes[boxes.count - 1].include(numbers[index], numbers[index + 1])
        } else {
          clusters[clusters.count - 1].include(numbers[index], numbers[index + 1])
        }
      }
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { content += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    switch name {
    case "g": kinds.removeLast()
    case "title": titles.append(content)
    case "desc": descriptions.append(content)
    case "text":
      texts.append(content)
      text.content = content
      placed.append(text)
      if kinds.last == "node" { boxes[boxes.count - 1].texts.append(text) }
    default: break
    }
  }
}

import Foundation
import StanceDiagram
import StanceModel
import Testing

@testable import StanceGraphviz

/// Several pictures in one process, and what becomes of them when one fails.
struct OrderedPictureTests {
  private var sheet: Sheet {
    let stance = DrawnStance(
      actor: "Russia", proposal: "plan", relation: "rejects", date: PartialDate("2025"))
    return Timeline(stances: [stance]).sheet()
  }

  private func numbered(_ number: Int) -> Diagram {
    var diagram = Networks.talks
    diagram.caption.title = "Picture \(number)"
    return diagram
  }

  private func text(_ picture: RenderedPicture) -> String {
    String(decoding: picture.bytes, as: UTF8.self)
  }

  @Test(arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]])
  func `pictures that were ordered together can be fetched in any order`(order: [Int]) throws {
    var renderer = Child.renderer()
    let orders = try (0..<4).map { number throws(RenderFailure) in
      try renderer.order(numbered(number), format: .svg)
    }
    for number in order {
      #expect(try text(renderer.picture(of: orders[number])).contains(">Picture \(number)</text>"))
    }
  }

  @Test(arguments: PictureFormat.allCases)
  func `a picture that was ordered is the one that is drawn at once`(format: PictureFormat) throws {
    var one = Child.renderer()
    var other = Child.renderer()
    let order = try one.order(Networks.talks, format: format)
    let sheetOrder = one.order(sheet, format: format)
    #expect(try one.picture(of: order) == other.picture(of: Networks.talks, format: format))
    #expect(try one.picture(of: sheetOrder) == other.picture(of: sheet, format: format))
  }

  @Test func `formats and kinds of pictures share a process`() throws {
    var renderer = Child.renderer()
    let magics = ["svg": "<?xml", "png": "\u{89}PNG", "pdf": "%PDF", "dot": "digraph"]
    let orders = try PictureFormat.allCases.map { format throws(RenderFailure) in
      (
        format, try renderer.order(Networks.talks, format: format),
        renderer.order(sheet, format: format)
      )
    }
    for (format, network, sheet) in orders {
      for order in [network, sheet] {
        let picture = try renderer.picture(of: order)
        let magic = (magics[format.rawValue] ?? "-").unicodeScalars.map { UInt8($0.value) }
        let start =
          format == .dot ? picture.bytes.drop { $0 != UInt8(ascii: "d") } : picture.bytes[...]
        #expect(start.starts(with: magic), "\(format)")
      }
    }
  }

  /// Kills its process: a label of more lines than Graphviz can count.
  private static let killing =
    "digraph { a [label="
    + [String](repeating: "\"\(String(repeating: "\\n", count: 7_000))\"", count: 5)
    .joined(separator: " + ") + "] }"

  @Test func `a picture that kills the process fails alone`() throws {
    var renderer = Child.renderer()
    let before = try renderer.order(numbered(1), format: .svg)
    let killing = try renderer.request(dot: Self.killing, format: .svg, layout: .dot)
    let after = try renderer.order(numbered(2), format: .svg)
    #expect(try text(renderer.picture(of: before)).contains(">Picture 1</text>"))
    #expect(throws: RenderFailure.self) { try renderer.answer(to: killing) }
    #expect(try text(renderer.picture(of: after)).contains(">Picture 2</text>"))
  }

  @Test func `a picture that was drawn before the process died is drawn again when it is fetched`()
    throws
  {
    var renderer = Child.renderer()
    let before = try renderer.order(numbered(1), format: .svg)
    let killing = try renderer.request(dot: Self.killing, format: .svg, layout: .dot)
    #expect(throws: RenderFailure.self) { try renderer.answer(to: killing) }
    let after = try renderer.order(numbered(2), format: .svg)
    #expect(try text(renderer.picture(of: after)).contains(">Picture 2</text>"))
    #expect(try text(renderer.picture(of: before)).contains(">Picture 1</text>"))
  }

  @Test func `a text that is refused leaves the process as it was`() throws {
    var renderer = Child.renderer()
    let refused = try renderer.request(dot: "digraph {", format: .svg, layout: .dot)
    let next = try renderer.order(numbered(1), format: .svg)
    do throws(RenderFailure) {
      _ = try renderer.answer(to: refused)
      Issue.record("drawn")
    } catch {
      guard case .refused = error else {
        Issue.record("\(error)")
        return
      }
    }
    #expect(try text(renderer.picture(of: next)).contains(">Picture 1</text>"))
  }

  @Test func `a text that is too large is refused before it is sent`() {
    var renderer = Renderer(executable: "/nonexistent")
    let text = String(repeating: " ", count: RenderLimits.textSize + 1)
    #expect(throws: RenderFailure.refused(messages: ["the drawing is larger than 32 MB"])) {
      try renderer.request(dot: text, format: .svg, layout: .dot)
    }
  }

  @Test(arguments: [(-5, 1), (0, 1), (1, 1), (4, 4), (99, 4)])
  func `a scale is from one to four`(asked: Int, used: Int) throws {
    var renderer = Child.shell(
      "read format engine scale length; head -c $length >/dev/null; printf 'ok 1 0\\n'$scale")
    let picture = try renderer.render(dot: "x", format: .png, layout: .dot, scale: asked)
    #expect(picture.bytes == Array("\(used)".utf8))
  }

  /// A child that closed its channel and stays would be waited for without end.
  @Test func `a child that hangs up and lives on is stopped at the deadline`() {
    var renderer = Child.shell(
      "read line; exec </dev/null >/dev/null 2>&1; exec tail -f /dev/null",
      deadline: .milliseconds(200))
    #expect(throws: RenderFailure.timedOut) {
      try renderer.render(dot: "digraph { a }", format: .svg, layout: .dot)
    }
  }
}

import Foundation
import StanceDiagram
import Testing

@testable import StanceGraphviz

struct RendererTests {
  @Test(arguments: [
    (PictureFormat.svg, "<?xml"), (.png, "\u{89}PNG"), (.pdf, "%PDF"), (.dot, "digraph"),
  ])
  func `a picture begins as its format does`(format: PictureFormat, magic: String) throws {
    var renderer = Child.renderer()
    let picture = try renderer.render(dot: "digraph { a -> b }", format: format, layout: .dot)
    #expect(picture.bytes.starts(with: magic.unicodeScalars.map { UInt8($0.value) }))
    #expect(picture.messages.isEmpty)
  }

  @Test(arguments: LayoutEngine.allCases)
  func `every engine draws`(engine: LayoutEngine) throws {
    var renderer = Child.renderer()
    let text = "digraph { a [pos=\"0,0\"] b [pos=\"99,0\"] a -> b }"
    let picture = try renderer.render(dot: text, format: .svg, layout: engine)
    #expect(String(decoding: picture.bytes, as: UTF8.self).contains("</svg>"))
  }

  @Test func `several pictures share a child and are those of a child each`() throws {
    var shared = Child.renderer()
    for diagram in [Networks.talks, Networks.dense(nodes: 9, edges: 20), Networks.talks] {
      var own = Child.renderer()
      #expect(
        try shared.picture(of: diagram, format: .svg) == own.picture(of: diagram, format: .svg))
    }
  }

  @Test func `several pictures are drawn by one process`() throws {
    var renderer = Child.shell(
      "while read f e s length; do head -c $length; n=$((n + 1)); printf 'ok 1 0\\n'$n; done")
    for number in [UInt8(ascii: "1"), UInt8(ascii: "2"), UInt8(ascii: "3")] {
      #expect(try renderer.render(dot: "", format: .svg, layout: .dot).bytes == [number])
    }
  }

  @Test func `a picture that holds what none may hold is withheld`() throws {
    let svg = #"<svg width="9pt" height="9pt"><g id="n1" class="node"><image/></g></svg>"#
    var renderer = Child.shell(
      "read line; printf '%s' 'ok \(svg.utf8.count) 0\n\(svg)'; exec cat >/dev/null")
    do throws(RenderFailure) {
      _ = try renderer.picture(of: Networks.talks, format: .svg)
      Issue.record("drawn")
    } catch {
      #expect(error.description.hasPrefix("the picture was withheld: the element ‘image’"))
    }
  }

  @Test func `pictures that were asked for together come in any order`() throws {
    var renderer = Child.renderer()
    let dots = (0..<30).map { "digraph { a\($0) -> b }" }
    let tickets = try dots.map { dot throws(RenderFailure) in
      try renderer.request(dot: dot, format: .svg, layout: .dot)
    }
    for index in [3, 0, 29] + Array(4..<29) {
      let picture = try renderer.answer(to: tickets[index])
      #expect(String(decoding: picture.bytes, as: UTF8.self).contains(">a\(index)</text>"))
    }
  }

  @Test func `what was asked for after a picture that fails is drawn by a new process`() throws {
    var renderer = Child.renderer(deadline: .seconds(3))
    let endless = try renderer.request(dot: Networks.endless, format: .svg, layout: .dot)
    let next = try renderer.request(dot: "digraph { a }", format: .svg, layout: .dot)
    #expect(throws: RenderFailure.timedOut) { try renderer.answer(to: endless) }
    #expect(try !renderer.answer(to: next).bytes.isEmpty)
  }

  @Test func `requests larger than the channel do not wait for each other`() throws {
    var renderer = Child.renderer()
    let dot = "digraph { \(String(repeating: " ", count: 2 << 20)) a }"
    let tickets = try (0..<3).map { _ throws(RenderFailure) in
      try renderer.request(dot: dot, format: .svg, layout: .dot)
    }
    for ticket in tickets { #expect(try !renderer.answer(to: ticket).bytes.isEmpty) }
  }

  @Test func `a text that is no graph is refused with what Graphviz says`() {
    let failure = failure(dot: "digraph { a -> ")
    guard case .refused(let messages) = failure else {
      Issue.record("\(failure as Any)")
      return
    }
    #expect(messages.first?.contains("syntax error in line 1") == true)
    #expect(failure?.description.hasPrefix("Graphviz refused the drawing: ") == true)
  }

  @Test(arguments: [
    "\u{FEFF}digraph { a }", "digraph { a \0 }", "",
    String(repeating: "subgraph {", count: 20_000),
  ])
  func `texts that Graphviz cannot read are refused`(dot: String) {
    guard case .refused = failure(dot: dot) else {
      Issue.record("not refused")
      return
    }
  }

  @Test func `a label that kills Graphviz is told as a signal and the next picture is drawn`()
    throws
  {
    var renderer = Child.renderer()
    let lines = (0..<4).map { _ in "\"\(String(repeating: "\\n", count: 7_500))\"" }
    let killing =
      "digraph { a [label=\(lines.joined(separator: " + ")) + \"\(String(repeating: "\\n", count: 5_000))\"] }"
    do throws(RenderFailure) {
      _ = try renderer.render(dot: killing, format: .svg, layout: .dot)
      Issue.record("drawn")
    } catch {
      guard case .died(let signal, _) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(signal == SIGSEGV || signal == SIGABRT || signal == SIGBUS)
      #expect(error.description.contains("Graphviz failed (signal"))
    }
    let next = try renderer.render(dot: "digraph { a }", format: .svg, layout: .dot)
    #expect(!next.bytes.isEmpty)
  }

  @Test(arguments: [
    "digraph { a [shape=polygon sides=1000000000] }",
    "digraph { a [shape=polygon peripheries=100000000] }",
    "digraph { \((0..<20_000).map { "a\($0)" }.joined(separator: "->")) }",
  ])
  func `texts that eat all memory or time end the child alone`(dot: String) {
    #expect(failure(dot: dot, format: .png, deadline: .seconds(3)) != nil)
  }

  @Test func `a drawing that takes too long is stopped at the deadline`() {
    let failure = failure(dot: Networks.endless, deadline: .milliseconds(50))
    #expect(failure == .timedOut)
    #expect(failure?.description.contains("sfdp") == true)
  }

  @Test func `after a deadline the next picture is drawn`() throws {
    var renderer = Child.renderer(deadline: .seconds(3))
    do throws(RenderFailure) {
      _ = try renderer.render(dot: Networks.endless, format: .svg, layout: .dot)
      Issue.record("drawn")
    } catch {
      #expect(error == .timedOut)
    }
    #expect(try !renderer.picture(of: Networks.talks, format: .svg).bytes.isEmpty)
  }

  @Test(arguments: [
    ("width=200 height=200", 2, "50 million pixels"), ("width=2000 height=1", 1, "32,000 pixels"),
    ("width=2000 height=2000", 4, "50 million pixels"),
  ])
  func `a picture of too many pixels is drawn smaller and it is told`(
    size: String, scale: Int, said: String
  ) throws {
    var renderer = Child.renderer()
    let dot = "digraph { dpi=100000 a [\(size)] }"
    let picture = try renderer.render(dot: dot, format: .png, layout: .dot, scale: scale)
    let numbers = picture.bytes[16..<24].map { Int($0) }
    let sides = [0, 4].map { numbers[$0...($0 + 3)].reduce(0) { $0 << 8 | $1 } }
    #expect(sides[0] * sides[1] <= 50_000_000)
    #expect(sides[0] * sides[1] > 30_000_000 || sides[0] > 31_000)
    #expect(picture.messages.count == 1)
    #expect(picture.messages.first?.contains(said) == true)
  }

  @Test func `a PDF is the same at any time`() throws {
    var renderer = Child.renderer()
    let picture = try renderer.picture(of: Networks.talks, format: .pdf)
    #expect(!String(decoding: picture.bytes, as: UTF8.self).contains("/CreationDate"))
    #expect(try renderer.picture(of: Networks.talks, format: .pdf) == picture)
  }

  @Test func `pictures drawn at the same time are those drawn one after the other`() throws {
    var renderer = Child.renderer()
    let alone = try renderer.picture(of: Networks.talks, format: .png)
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      var renderer = Child.renderer()
      #expect((try? renderer.picture(of: Networks.talks, format: .png)) == alone)
    }
  }

  @Test(arguments: [Style.Layout.dot, .neato, .sfdp, .twopi, .osage])
  func `a network as large as is drawn unasked is drawn in time`(layout: Style.Layout) throws {
    let network = Networks.dense(nodes: 300, edges: 600, layout: layout)
    var renderer = Child.renderer()
    #expect(try !renderer.picture(of: network, format: .svg).bytes.isEmpty)
  }

  @Test func `what a child says on standard error comes with its picture`() throws {
    var renderer = Child.shell(
      "read line; echo 'scaling by 0.38' >&2; printf 'ok 1 0\\nx'; sleep 9")
    let picture = try renderer.render(dot: "", format: .svg, layout: .dot)
    #expect(picture == RenderedPicture(bytes: [0x78], messages: ["scaling by 0.38"]))
  }

  @Test func `a process without a usable Graphviz is told as such`() {
    let failure = failure(of: Child.shell("read line; exit 70"))
    #expect(failure?.description.contains("plugins") == true)
  }

  @Test func `twice the scale gives twice the pixels`() throws {
    var renderer = Child.renderer()
    let widths = try [1, 2].map { scale in
      let picture = try renderer.picture(of: Networks.talks, format: .png, scale: scale)
      return Int(picture.bytes[18]) << 8 | Int(picture.bytes[19])
    }
    #expect(abs(widths[1] - 2 * widths[0]) <= 2)
  }

  @Test func `no file is opened that a text names`() throws {
    var renderer = Child.renderer()
    let image = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).png")
    let drawn = try renderer.render(dot: "digraph { a }", format: .png, layout: .dot)
    try Data(drawn.bytes).write(to: image)
    defer { try? FileManager.default.removeItem(at: image) }
    for path in [image.path(), "/etc/passwd", "https://example.org/x.png"] {
      let dot = "digraph { a [image=\"\(path)\" shapefile=\"\(path)\"] }"
      let picture = try renderer.render(dot: dot, format: .svg, layout: .dot)
      let text = String(decoding: picture.bytes, as: UTF8.self)
      #expect(!text.contains("root:") && !text.contains("<image"))
    }
  }

  @Test func `warnings come with the picture, one a line`() throws {
    var renderer = Child.renderer()
    let dot = "digraph { a [shape=nonsense color=nonsense] }"
    let picture = try renderer.render(dot: dot, format: .svg, layout: .dot)
    #expect(picture.messages.count >= 2)
    #expect(picture.messages.allSatisfy { !$0.contains("\n") })
  }

  @Test func `letters without a font are named`() throws {
    var renderer = Child.renderer()
    var diagram = Networks.talks
    // No letter has this number, so that no font has it.
    diagram.nodes[0].label = "x\u{E0FFF}Ελλάδα Россия محمد"
    for format in [PictureFormat.svg, .png] {
      let picture = try renderer.picture(of: diagram, format: format)
      #expect(picture.messages.count == 1)
      #expect(picture.messages.first?.hasPrefix("Warning: no installed font has ") == true)
    }
    let stance = DrawnStance(actor: "\u{E0FFF}", proposal: "x", relation: "rejects", date: nil)
    let sheet = Matrix(stances: [stance]).sheet()
    #expect(try renderer.picture(of: sheet, format: .svg).messages.count == 1)
  }

  @Test func `a picture after the end of the process is drawn by another`() throws {
    var renderer = Child.renderer()
    let order = try renderer.order(Networks.talks, format: .svg)
    renderer.end()
    let first = try renderer.picture(of: order)
    renderer.end()
    #expect(try renderer.picture(of: Networks.talks, format: .svg) == first)
  }

  @Test func `what a child says before it dies is told`() {
    let failure = failure(of: Child.shell("read line; echo 'out of memory' >&2; kill -SEGV $$"))
    #expect(failure == .died(signal: SIGSEGV, messages: ["out of memory"]))
  }

  @Test func `a child that leaves is told with its status`() {
    #expect(failure(of: Child.shell("read line; exit 7")) == .ended(status: 7, messages: []))
  }

  @Test func `the limit of processor time is told as time`() {
    #expect(failure(of: Child.shell("read line; kill -XCPU $$")) == .timedOut)
  }

  @Test(arguments: [
    "echo nonsense", "echo ok -1 0", "echo ok 1 99999999999", "printf 'ok 1 0\\nabc'",
    "head -c 200 /dev/zero",
  ])
  func `an answer that is none is told`(command: String) {
    #expect(failure(of: Child.shell("read line; \(command); exec cat >/dev/null")) == .garbled)
  }

  @Test func `a program that is not there is told`() {
    let failure = failure(of: Renderer(executable: "/nonexistent/stance"))
    #expect(failure == .notStarted("No such file or directory"))
  }

  @Test func `a child that never answers is stopped`() {
    #expect(
      failure(of: Child.shell("exec cat >/dev/null", deadline: .milliseconds(50))) == .timedOut)
  }

  @Test func `a child that never reads is stopped`() {
    let renderer = Child.shell("exec tail -f /dev/null", deadline: .milliseconds(200))
    let text = String(repeating: " ", count: 4 << 20)
    #expect(failure(of: renderer, dot: text) == .timedOut)
  }

  private func failure(
    dot: String, format: PictureFormat = .svg, deadline: Duration = .seconds(60)
  ) -> RenderFailure? {
    failure(of: Child.renderer(deadline: deadline), dot: dot, format: format)
  }

  private func failure(
    of renderer: consuming Renderer, dot: String = "digraph { a }", format: PictureFormat = .svg
  ) -> RenderFailure? {
    do throws(RenderFailure) {
      _ = try renderer.render(dot: dot, format: format, layout: .dot)
      return nil
    } catch {
      return error
    }
  }
}

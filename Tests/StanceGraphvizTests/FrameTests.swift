import Testing

@testable import StanceGraphviz

struct FrameTests {
  @Test func `a request is read as it was written`() throws {
    let request = RenderRequest(format: .png, engine: .sfdp, scale: 2, dot: Array("graph{}".utf8))
    let frame = String(decoding: request.frame, as: UTF8.self)
    #expect(frame == "png sfdp 2 7\ngraph{}")
    let parsed = try #require(RenderRequest.parsed(header: "png sfdp 2 7"))
    #expect(parsed.length == 7)
    #expect(parsed.request.format == .png && parsed.request.engine == .sfdp)
  }

  @Test(arguments: [
    "", "png", "gif dot 1 1", "png patchwork 1 1", "png dot 0 1", "png dot 5 1", "png dot 1 -1",
    "png dot 1 33554433", "png dot 1 1 ", " png dot 1 1", "png dot 1 99999999999999999999",
  ])
  func `what is no request is refused`(header: String) {
    #expect(RenderRequest.parsed(header: header) == nil)
  }

  @Test func `an answer says how long its parts are`() {
    let answer = RenderAnswer(picture: [1, 2, 3], messages: [4])
    #expect(answer.frame == Array("ok 3 1\n".utf8) + [1, 2, 3, 4])
    #expect(RenderAnswer(picture: nil, messages: []).frame == Array("no 0 0\n".utf8))
  }

  @Test(arguments: ["", "ok", "ok 1", "yes 1 1", "ok -1 1", "ok 1 x", "ok 1 1 1"])
  func `what is no answer is refused`(line: String) {
    #expect(RenderAnswer.Header(line) == nil)
  }

  @Test func `messages become distinct lines without control characters`() {
    let said = "Error: \u{1B}[31ma\nError: b\nError: b\n\n\u{202E}c"
    #expect(GraphvizMessages.lines(said.utf8) == ["Error: [31ma", "Error: b", "c"])
    #expect(GraphvizMessages.lines((0..<50).map { "\($0)\n" }.joined().utf8).count == 10)
  }
}

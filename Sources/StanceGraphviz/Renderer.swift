/// Draws pictures in a process of this program, which is started with the first picture, shared by
/// all and ended with the renderer.
///
/// A picture that fails takes the process with it where it must; the next one gets a new process.
public struct Renderer: ~Copyable, Sendable {
  private let executable: String
  private let arguments: [String]
  private let deadline: Duration
  private var child: ChildProcess?

  /// - Parameters:
  ///   - executable: the program whose command draws, this one unless given.
  ///   - arguments: what makes it call `RenderChild.run()`.
  ///   - deadline: the time that each picture may take.
  public init(
    executable: String = "/proc/self/exe", arguments: [String] = ["render"],
    deadline: Duration = .seconds(15)
  ) {
    self.executable = executable
    self.arguments = arguments
    self.deadline = deadline
  }

  /// Starts the process that draws as a copy of this one, where that can be, so that it is ready
  /// when it is needed. Call this before anything starts a thread, and before files are opened that
  /// a copy need not have.
  public mutating func start() {
    if child == nil { child = ChildProcess(copying: ()) }
  }

  /// A picture of a DOT text as Graphviz makes it. Names in an SVG and a DOT text are not measured:
  /// Graphviz takes each letter for half as wide as it is high.
  ///
  /// - Parameter scale: pixels for each of 1/96 inch of a PNG.
  public mutating func render(
    dot: String, format: PictureFormat, layout: LayoutEngine, scale: Int = 1
  ) throws(RenderFailure) -> RenderedPicture {
    let request = RenderRequest(
      format: format, engine: layout, scale: min(4, max(1, scale)), dot: Array(dot.utf8))
    guard request.dot.count <= RenderLimits.textSize else {
      throw .refused(messages: ["the drawing is larger than 32 MB"])
    }
    let (answer, errors) = try exchange(request)
    let messages = GraphvizMessages.lines(answer.messages + [0x0A] + errors)
    guard let picture = answer.picture else { throw .refused(messages: messages) }
    return RenderedPicture(bytes: picture, messages: messages)
  }

  private mutating func exchange(
    _ request: RenderRequest
  ) throws(RenderFailure) -> (answer: RenderAnswer, errors: [UInt8]) {
    var process: ChildProcess
    if let running = child.take() {
      process = running
    } else {
      process = try ChildProcess(executable: executable, arguments: arguments)
    }
    let fault: ChildProcess.Fault
    do {
      let answer = try process.exchange(request.frame, deadline: .now + deadline)
      child = consume process
      return answer
    } catch {
      fault = error
    }
    throw process.failure(after: fault)
  }
}

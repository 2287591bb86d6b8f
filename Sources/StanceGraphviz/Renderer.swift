/// Draws pictures in a process of this program, which is started with the first picture, shared by
/// all and ended with the renderer.
///
/// A picture that fails takes the process with it where it must; the next one gets a new process.
/// A process does not outlive the thread on which it was started.
public struct Renderer: ~Copyable, Sendable {
  private let executable: String
  private let arguments: [String]
  private let deadline: Duration
  private var child: ChildProcess?
  /// A process that is about to end.
  private var leaving: ChildProcess?
  /// How many processes have ended, and of the present one how many requests were sent and how many
  /// answers came.
  private var ended = 0
  private var sent = 0
  private var answered = 0
  /// Answers that came while a later one was waited for, by the number of their request.
  private var early: [Int: Outcome] = [:]

  private typealias Outcome = (answer: RenderAnswer, errors: [UInt8])

  /// A drawing that has been asked for.
  struct Ticket: Sendable {
    fileprivate var request: RenderRequest
    fileprivate var process: Int
    fileprivate var number: Int
  }

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

  /// Makes a process that draws of a copy of this one, so that it is ready when it is needed: this
  /// takes a tenth of the time of starting the program again. To be called before there is a second
  /// thread or an open database. Where there can be no copy, the first picture starts the program.
  public mutating func startCopy() {
    if child == nil { child = try? ChildProcess(copyThat: RenderChild.run) }
  }

  /// Lets the process end while the caller goes on; a later picture starts another.
  public mutating func end() {
    guard let process = child.take() else { return }
    process.end()
    leaving = consume process
    forget()
  }

  /// Counts anew, because the process has ended.
  private mutating func forget() {
    (sent, answered, early) = (0, 0, [:])
    ended += 1
  }

  /// A picture of a DOT text as Graphviz makes it. Names in an SVG and a DOT text are not measured:
  /// Graphviz takes each letter for half as wide as it is high.
  ///
  /// - Parameter scale: pixels for each of 1/96 inch of a PNG.
  public mutating func render(
    dot: String, format: PictureFormat, layout: LayoutEngine, scale: Int = 1
  ) throws(RenderFailure) -> RenderedPicture {
    let ticket = try request(dot: dot, format: format, layout: layout, scale: scale)
    return try answer(to: ticket)
  }

  /// Asks for a picture without waiting for it.
  mutating func request(
    dot: String, format: PictureFormat, layout: LayoutEngine, scale: Int = 1
  ) throws(RenderFailure) -> Ticket {
    let request = RenderRequest(
      format: format, engine: layout, scale: min(4, max(1, scale)), dot: Array(dot.utf8))
    guard request.dot.count <= RenderLimits.textSize else {
      throw .refused(messages: ["the drawing is larger than 32 MB"])
    }
    return try send(request)
  }

  private mutating func send(_ request: RenderRequest) throws(RenderFailure) -> Ticket {
    var process: ChildProcess
    if let running = child.take() {
      process = running
    } else {
      process = try ChildProcess(executable: executable, arguments: arguments)
    }
    process.send(request.frame)
    child = consume process
    defer { sent += 1 }
    return Ticket(request: request, process: ended, number: sent)
  }

  /// Waits for a picture. What an ended process has left is drawn by a new one.
  mutating func answer(to ticket: Ticket) throws(RenderFailure) -> RenderedPicture {
    let ticket = ticket.process == ended ? ticket : try send(ticket.request)
    let (answer, errors) = try outcome(of: ticket.number)
    let messages = GraphvizMessages.lines(answer.messages + [0x0A] + errors)
    guard let picture = answer.picture else { throw .refused(messages: messages) }
    return RenderedPicture(bytes: picture, messages: messages)
  }

  private mutating func outcome(of number: Int) throws(RenderFailure) -> Outcome {
    while true {
      if let outcome = early.removeValue(forKey: number) { return outcome }
      guard var process = child.take() else { throw .garbled }
      let end = ContinuousClock.now + deadline
      do {
        early[answered] = try process.answer(deadline: end)
        answered += 1
        child = consume process
      } catch {
        forget()
        throw process.failure(after: error, deadline: end)
      }
    }
  }
}

internal import CGraphviz
import Glibc

/// A running process of the program that draws, with the channel to it. Ends with its owner.
struct ChildProcess: ~Copyable {
  /// What became of an exchange without an answer.
  enum Fault: Error { case timedOut, hungUp, garbled }

  private let identifier: pid_t
  /// Requests and answers: a socket, because writing to one need not raise a signal.
  private let channel: Int32
  /// Standard error of the process.
  private let errors: Int32
  private var said: [UInt8] = []
  private var unsent: [UInt8] = []
  private var received: [UInt8] = []
  private var unanswered = 0
  private var isReaped = false

  /// Starts the executable.
  init(executable: String, arguments: [String]) throws(RenderFailure) {
    try self.init { channel, errors in
      Self.spawn(executable, arguments, input: channel.theirs, errors: errors.theirs)
    }
  }

  /// Starts a copy of this process, which must have one thread only, with what the copy does until
  /// it ends.
  init(copyThat body: () -> Int32) throws(RenderFailure) {
    try self.init { channel, errors in
      let copy = stance_fork()
      guard copy == 0 else {
        return copy > 0 ? .success(copy) : .failure(.notStarted(Self.reason(errno)))
      }
      Glibc.close(channel.ours)
      Glibc.close(errors.ours)
      for (from, to) in [
        (channel.theirs, STDIN_FILENO), (channel.theirs, STDOUT_FILENO),
        (errors.theirs, STDERR_FILENO),
      ] {
        dup2(from, to)
      }
      _exit(body())
    }
  }

  private init(
    _ start: (_ channel: SocketPair, _ errors: SocketPair) -> Result<pid_t, RenderFailure>
  ) throws(RenderFailure) {
    guard let channel = SocketPair() else { throw .notStarted(Self.reason(errno)) }
    guard let errors = SocketPair() else {
      let code = errno
      channel.close()
      throw .notStarted(Self.reason(code))
    }
    let started = start(channel, errors)
    Glibc.close(channel.theirs)
    Glibc.close(errors.theirs)
    switch started {
    case .success(let identifier): self.identifier = identifier
    case .failure(let failure):
      Glibc.close(channel.ours)
      Glibc.close(errors.ours)
      throw failure
    }
    (self.channel, self.errors) = (channel.ours, errors.ours)
  }

  deinit {
    if !isReaped {
      kill(identifier, SIGKILL)
      _ = Self.status(of: identifier)
    }
    Glibc.close(channel)
    Glibc.close(errors)
  }

  /// Ends the process without waiting for its end.
  func end() { kill(identifier, SIGKILL) }

  /// Sends the request as far as there is space; the rest goes while an answer is waited for.
  mutating func send(_ request: [UInt8]) {
    unsent += request
    unanswered += 1
    // A fault shows again where the answer is waited for.
    if let count = try? send(unsent[...]) { unsent.removeFirst(count) }
  }

  /// Waits for the answer to the earliest request that has none, and for what is said on standard
  /// error until then.
  mutating func answer(
    deadline: ContinuousClock.Instant
  ) throws(Fault) -> (answer: RenderAnswer, errors: [UInt8]) {
    while true {
      if let (answer, length) = try Self.answer(in: received) {
        received.removeFirst(length)
        unanswered -= 1
        guard unanswered > 0 || received.isEmpty else { throw .garbled }
        drainErrors()
        defer { said = [] }
        return (answer, said)
      }
      let ready = try wait(forSpace: !unsent.isEmpty, until: deadline)
      if ready.errors { drainErrors() }
      if ready.space { unsent.removeFirst(try send(unsent[...])) }
      if ready.bytes { try receive() }
    }
  }

  /// Ends the process and says why there is no answer. One that hung up ends by itself, unless it is
  /// still there at the deadline.
  consuming func failure(
    after fault: Fault, deadline: ContinuousClock.Instant
  ) -> RenderFailure {
    isReaped = true
    if fault == .hungUp, let status = Self.status(of: identifier, until: deadline) {
      drainErrors()
      return Self.failure(status: status, messages: GraphvizMessages.lines(said))
    }
    kill(identifier, SIGKILL)
    _ = Self.status(of: identifier)
    return fault == .garbled ? .garbled : .timedOut
  }

  static func failure(status: Int32, messages: [String]) -> RenderFailure {
    let signal = status & 0x7F
    if signal == SIGXCPU { return .timedOut }
    return signal == 0
      ? .ended(status: status >> 8 & 0xFF, messages: messages)
      : .died(signal: signal, messages: messages)
  }

  private struct Readiness { var space = false, bytes = false, errors = false }

  private func wait(
    forSpace wantsSpace: Bool, until deadline: ContinuousClock.Instant
  ) throws(Fault) -> Readiness {
    let events = Int16(POLLIN) | (wantsSpace ? Int16(POLLOUT) : 0)
    while true {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { throw .timedOut }
      let milliseconds = min(
        60_000,
        left.components.seconds * 1000
          + left.components.attoseconds / 1_000_000_000_000_000 + 1)
      var polled = [
        pollfd(fd: channel, events: events, revents: 0),
        pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
      ]
      let count = unsafe poll(&polled, 2, Int32(milliseconds))
      if count < 0, errno != EINTR { throw .hungUp }
      guard count > 0 else { continue }
      let (main, other) = (Int32(polled[0].revents), Int32(polled[1].revents))
      // Standard error may close first; then only the channel is worth waiting for.
      if main == 0, other & POLLIN == 0 { throw .hungUp }
      return Readiness(
        space: main & POLLOUT != 0, bytes: main & (POLLIN | POLLHUP | POLLERR) != 0,
        errors: other & POLLIN != 0)
    }
  }

  private func send(_ rest: ArraySlice<UInt8>) throws(Fault) -> Int {
    let count = unsafe rest.withUnsafeBytes { bytes in
      unsafe Glibc.send(
        channel, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    }
    if count >= 0 { return count }
    guard errno == EAGAIN || errno == EINTR else { throw .hungUp }
    return 0
  }

  /// Takes the bytes that are there; a closed channel is a fault.
  private mutating func receive() throws(Fault) {
    guard let chunk = Self.chunk(from: channel, size: 1 << 18) else { return }
    guard !chunk.isEmpty else { throw .hungUp }
    received += chunk
  }

  private mutating func drainErrors() {
    while let chunk = Self.chunk(from: errors, size: 4096), !chunk.isEmpty {
      if said.count < RenderLimits.messages { said += chunk }
    }
  }

  /// Bytes that are there, none at the end, nil where one would have to wait.
  private static func chunk(from descriptor: Int32, size: Int) -> [UInt8]? {
    var count = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { space, filled in
      count = unsafe recv(descriptor, space.baseAddress, size, Int32(MSG_DONTWAIT))
      filled = max(0, count)
    }
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? nil : bytes
  }

  /// The first answer and its length, once all of it is there.
  private static func answer(
    in received: [UInt8]
  ) throws(Fault) -> (answer: RenderAnswer, length: Int)? {
    guard let end = received.prefix(100).firstIndex(of: 0x0A) else {
      if received.count > 100 { throw .garbled }
      return nil
    }
    guard let line = String(validating: received[..<end], as: UTF8.self),
      let header = RenderAnswer.Header(line)
    else { throw .garbled }
    let body = received[(end + 1)...]
    let length = header.pictureLength + header.messageLength
    guard body.count >= length else { return nil }
    let answer = RenderAnswer(
      picture: header.isPicture ? Array(body.prefix(header.pictureLength)) : nil,
      messages: Array(body.prefix(length).dropFirst(header.pictureLength)))
    return (answer, end + 1 + length)
  }
}

/// Two sockets that are connected with each other; the owner closes them.
private struct SocketPair {
  let ours, theirs: Int32

  init?() {
    var ends: [Int32] = [-1, -1]
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard unsafe socketpair(AF_UNIX, type, 0, &ends) == 0 else { return nil }
    (ours, theirs) = (ends[0], ends[1])
  }

  func close() {
    Glibc.close(ours)
    Glibc.close(theirs)
  }
}

extension ChildProcess {
  private static func reason(_ code: Int32) -> String { unsafe String(cString: strerror(code)) }

  /// Nothing of the caller's environment reaches the process, so that no variable steers a picture;
  /// a crash there is reported here and needs no backtrace.
  private static let environment = ["SWIFT_BACKTRACE=enable=no"]

  private static func spawn(
    _ executable: String, _ arguments: [String], input: Int32, errors: Int32
  ) -> Result<pid_t, RenderFailure> {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (from, to) in [(input, STDIN_FILENO), (input, STDOUT_FILENO), (errors, STDERR_FILENO)] {
      unsafe posix_spawn_file_actions_adddup2(&actions, from, to)
    }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let words = unsafe ([executable] + arguments).map { unsafe strdup($0) }
    let variables = unsafe environment.map { unsafe strdup($0) }
    defer { unsafe (words + variables).forEach { unsafe free($0) } }
    var identifier: pid_t = 0
    let code = unsafe posix_spawn(
      &identifier, executable, &actions, &attributes, words + [nil], variables + [nil])
    return code == 0 ? .success(identifier) : .failure(.notStarted(reason(code)))
  }

  /// Looks for the end of the process until then; nil where it has not come.
  private static func status(
    of identifier: pid_t, until deadline: ContinuousClock.Instant
  ) -> Int32? {
    var status: Int32 = 0
    while true {
      let ended = unsafe waitpid(identifier, &status, WNOHANG)
      if ended == identifier { return status }
      if ended < 0, errno != EINTR { return status }
      guard ContinuousClock.now < deadline else { return nil }
      usleep(500)
    }
  }

  /// Waits for the end of the process.
  private static func status(of identifier: pid_t) -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    return status
  }
}

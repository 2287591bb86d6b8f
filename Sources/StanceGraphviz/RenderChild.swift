internal import CGraphviz
import Glibc

/// The hidden command of the program that draws: requests on standard input, answers on standard
/// output, until the input ends.
///
/// Graphviz cannot be stopped, grows without bounds and dies of some texts; here it does so without
/// harm. Several pictures share one process, hence one start of Graphviz and its fonts.
public enum RenderChild {
  /// Draws until the input ends.
  ///
  /// - Returns: the status to exit with: 0 at the end of the input, 64 after something that is no
  ///   request, 70 without a usable Graphviz, 74 where an answer cannot be written.
  public static func run() -> Int32 {
    stance_detach()
    limitResources()
    stance_keep_memory()
    // No variable steers a picture.
    clearenv()
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
    guard var contexts = GraphvizContexts(), rehearse(&contexts) else { return noGraphviz }
    // A small picture needs little of it and is asked for at once.
    if !isAskedFor { stance_take_memory() }
    var input = DescriptorReader(descriptor: STDIN_FILENO)
    while let line = input.line(limit: 100) {
      guard let (header, length) = RenderRequest.parsed(header: line),
        let dot = input.bytes(length)
      else { return 64 }
      var request = header
      request.dot = dot
      allowProcessorTime()
      guard write(contexts.answer(request).frame, to: STDOUT_FILENO) else { return 74 }
    }
    return input.isAtEnd ? 0 : 64
  }

  /// The status of a process that cannot draw at all.
  static let noGraphviz: Int32 = 70

  /// Draws something small while nothing is asked for yet, so that the parts of Graphviz are linked
  /// and in memory when they are needed. Returns whether it could.
  private static func rehearse(_ contexts: inout GraphvizContexts) -> Bool {
    let dot = "digraph { subgraph clusterA { a [shape=box] } a -> b [label=\"c\"] }"
    let request = RenderRequest(format: .svg, engine: .dot, scale: 1, dot: Array(dot.utf8))
    return contexts.answer(request).picture != nil
  }

  /// Whether there is a request already, or the end of the input.
  private static var isAskedFor: Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&input, 1, 0) > 0
  }

  private static func limitResources() {
    limit(RLIMIT_AS, to: RenderLimits.memory)
    limit(RLIMIT_NOFILE, to: RenderLimits.openFiles)
    limit(RLIMIT_FSIZE, to: RenderLimits.fileSize)
    limit(RLIMIT_CORE, to: RenderLimits.coreSize)
  }

  private static func limit(_ resource: __rlimit_resource, to value: Int) {
    var limits = rlimit()
    let resource = __rlimit_resource_t(resource.rawValue)
    guard unsafe getrlimit(resource, &limits) == 0 else { return }
    limits.rlim_cur = min(rlim_t(value), limits.rlim_max)
    if limits.rlim_max > limits.rlim_cur { limits.rlim_max = limits.rlim_cur }
    _ = unsafe setrlimit(resource, &limits)
  }

  /// Lets the next picture use its share of processor time from now on.
  private static func allowProcessorTime() {
    var usage = rusage()
    _ = unsafe getrusage(RUSAGE_SELF.rawValue, &usage)
    let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    var limits = rlimit()
    let resource = __rlimit_resource_t(RLIMIT_CPU.rawValue)
    guard unsafe getrlimit(resource, &limits) == 0 else { return }
    limits.rlim_cur = min(rlim_t(used + RenderLimits.processorSeconds + 1), limits.rlim_max)
    _ = unsafe setrlimit(resource, &limits)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes[start...].withUnsafeBytes { rest in
        unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      start += written
    }
    return true
  }
}

/// Lines and counted bytes from a descriptor that waits.
struct DescriptorReader {
  let descriptor: Int32
  private var buffer: [UInt8] = []
  /// Whether the input ended where a line would begin.
  private(set) var isAtEnd = false

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// The next line without its end, or nil at the end of the input, in a cut line and in a line
  /// that is longer than the limit.
  mutating func line(limit: Int) -> String? {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = end > limit ? nil : String(validating: buffer[..<end], as: UTF8.self)
        buffer.removeSubrange(...end)
        return line
      }
      guard buffer.count <= limit else { return nil }
      guard fill(upTo: 65_536) else {
        isAtEnd = buffer.isEmpty
        return nil
      }
    }
  }

  /// As many bytes, or nil where the input ends before.
  mutating func bytes(_ count: Int) -> [UInt8]? {
    while buffer.count < count {
      guard fill(upTo: max(65_536, count - buffer.count)) else { return nil }
    }
    let bytes = Array(buffer.prefix(count))
    buffer.removeFirst(count)
    return bytes
  }

  private mutating func fill(upTo size: Int) -> Bool {
    while true {
      var count = 0
      buffer += unsafe [UInt8](unsafeUninitializedCapacity: size) { space, filled in
        count = unsafe read(descriptor, space.baseAddress, size)
        filled = max(0, count)
      }
      if count < 0, errno == EINTR { continue }
      return count > 0
    }
  }
}

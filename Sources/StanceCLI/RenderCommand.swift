internal import ArgumentParser
internal import StanceGraphviz

/// What the program runs itself as to draw a picture apart from everything else.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "render", shouldDisplay: false)

  func run() throws { throw ExitCode(RenderChild.run()) }
}

internal import ArgumentParser

/// What the program runs itself as to draw a picture apart from everything else.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "render", shouldDisplay: false)

  func run() throws {}
}

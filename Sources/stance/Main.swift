import StanceCLI

@main
struct Main {
  static func main() { StanceCommand.start() }
}

import ArgumentParser
import Crypto
import GRDB

@main
struct Stance: ParsableCommand {
  func run() { print(SHA256.hash(data: [1, 2, 3])) }
}

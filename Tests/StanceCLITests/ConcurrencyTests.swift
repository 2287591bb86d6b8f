import Foundation
import StanceTestSupport
import Testing

/// Several programs at one database, and programs that are ended.
@Suite struct ConcurrencyTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test func `sixteen imports at once lose nothing`() throws {
    for number in 0..<16 {
      try program.folder.write(
        "\"N\(number)\" is a person. \"P\" is a plan. \"N\(number)\" supports \"P\".",
        to: "f\(number).stance")
    }
    let outcome = try program.shell(
      """
      for n in {0..15}; do stance import g.db f$n.stance > /dev/null & jobs+=($!); done
      for job in ${jobs[@]}; do wait $job || echo failed; done
      stance ask g.db 'who supports "P"' --format jsonl | wc -l
      stance log g.db | wc -l
      stance check g.db --skip similar
      """)
    #expect(
      outcome.text
        == "16\n16\nnothing found in 16 statements, 0 of 0 quotations compared with their text\n")
    #expect(try program.folder.names().filter { $0.hasPrefix("g.db") } == ["g.db"])
  }

  @Test(arguments: [("TERM", 143), ("INT", 130), ("HUP", 129)])
  func `an import that is ended leaves nothing`(signal: String, code: Int) throws {
    let statements = (0..<20_000).map { "Ann supports \"Plan \($0)\"." }.joined(separator: "\n")
    try program.folder.write(statements, to: "long.stance")
    // The signal is sent when the file is being made.
    let outcome = try program.shell(
      """
      env --default-signal=HUP,INT,TERM "$STANCE" import new.db long.stance > /dev/null 2>&1 & job=$!
      until ls new.db.new-* > /dev/null 2>&1; do kill -0 $job || exit 99; done
      kill -\(signal) $job
      wait $job; echo $?
      ls
      """)
    #expect(outcome.text == "\(code)\ng.stance\nlong.stance\n")
  }

  @Test(arguments: [("TERM", 143), ("INT", 130), ("HUP", 129)])
  func `an export ends with a signal and leaves what was there`(signal: String, code: Int) throws {
    let quotation = String(repeating: "word ", count: 100)
    let statements = (0..<5_000).map { "Ann supports \"Plan \($0)\" saying \"\(quotation)\"." }
    try program.folder.write(statements.joined(separator: "\n"), to: "long.stance")
    _ = try program.run("import", "long.db", "long.stance")
    let outcome = try program.shell(
      """
      echo old > new.stance
      env --default-signal=HUP,INT,TERM "$STANCE" export long.db -o new.stance & job=$!
      until ls new.stance.new-* > /dev/null 2>&1; do kill -0 $job || exit 99; done
      kill -STOP $job; kill -\(signal) $job; kill -CONT $job
      wait $job; echo $?
      cat new.stance; ls *.stance*
      """)
    #expect(outcome.text == "\(code)\nold\ng.stance\nlong.stance\nnew.stance\n")
  }

  @Test(arguments: ["fifo", "../outside", "link", "/etc/passwd", "folder"])
  func `a document that is no file of the folder is not read`(place: String) throws {
    try program.folder.write(
      "source S \"T\" file \"\(place)\". Ann supports \"P\" saying \"x\" at 0..1 in S.",
      to: "inner/d.stance")
    let outcome = try program.shell(
      """
      echo secret > outside; mkfifo inner/fifo; ln -s ../outside inner/link; mkdir inner/folder
      timeout 20 "$STANCE" import d.db inner/d.stance 2> /dev/null
      echo $?
      stance check d.db --skip undeclared
      """)
    #expect(outcome.text.contains("0 of 1 quotations compared"), "\(outcome.text)")
  }

  @Test func `a full disk is said and leaves nothing`() throws {
    let outcome = try program.shell(
      """
      mkdir small; unshare -rm true 2> /dev/null || { echo left out: no user namespaces; exit; }
      for n in {1..20000}; do echo "Ann supports \\"Plan $n\\"."; done > long.stance
      unshare -rm bash -c 'mount -t tmpfs -o size=600k none small || exit 99
        "$STANCE" import small/g.db long.stance > /dev/null 2> err; echo $?; ls small
        tail -n 1 err'
      """)
    if outcome.text.hasPrefix("left out") || outcome.text.isEmpty {
      print(outcome.text)
      return
    }
    #expect(outcome.text == "4\nstance: small/g.db: the disk is full\n", "\(outcome.error)")
  }
}

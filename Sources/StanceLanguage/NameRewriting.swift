public import StanceDiagnostics
import StanceModel

/// Gives a thing another name in graph files, or makes two things one, and keeps everything else
/// of the files byte for byte. The old name becomes another name of the thing.
public struct NameRewriting {
  public enum Purpose: Sendable {
    /// The new name is nobody's yet.
    case rename
    /// The new name is that of another thing, which the first one becomes part of.
    case merge
  }

  /// What has become of the files.
  public struct Outcome: Sendable {
    /// The texts in the order of the files, changed or not.
    public var texts: [SourceText]
    /// In how many places the name was replaced.
    public var places: Int
  }

  let files: [NameOccurrences]
  let purpose: Purpose
  let old: RequestedName
  let new: RequestedName
  var edits: [[(span: SourceSpan, text: String)]]
  private var places = 0

  /// - Throws: what is wrong with the texts or with the names.
  public static func rewrite(
    _ texts: [SourceText], _ purpose: Purpose, _ old: String, to new: String
  ) throws(DiagnosedText) -> Outcome {
    var files: [NameOccurrences] = []
    for text in texts { files.append(try NameOccurrences(text)) }
    var rewriting = NameRewriting(
      files: files, purpose: purpose, old: try RequestedName(old), new: try RequestedName(new))
    try rewriting.check()
    rewriting.replaceNames()
    rewriting.keepOldName()
    rewriting.leaveOwnGroups()
    return Outcome(texts: rewriting.editedTexts, places: rewriting.places)
  }

  private init(
    files: [NameOccurrences], purpose: Purpose, old: RequestedName, new: RequestedName
  ) {
    self.files = files
    self.purpose = purpose
    self.old = old
    self.new = new
    edits = files.map { _ in [] }
  }

  // MARK: - Edits

  private mutating func replaceNames() {
    for (index, file) in files.enumerated() {
      for name in file.names where name.key == old.key {
        let text = quotedIfNeeded(new.name, startsSentence: name.startsSentence)
        edits[index].append((name.span, text))
        places += 1
      }
    }
  }

  /// Makes the old name another name of the thing where that is declared; a thing that only
  /// statements name has no place for one.
  private mutating func keepOldName() {
    guard old.key != new.key else { return }
    let own = declarations(of: old.key)
    var isKept = false
    for (file, declaration) in own {
      for alias in declaration.aliases where alias.key == new.key {
        edits[file].append((alias.span, quotedIfNeeded(declaration.subject.name)))
        isKept = true
      }
    }
    let place = first(own) ?? first(declarations(of: new.key))
    guard !isKept, let (file, declaration) = place,
      !declaration.aliases.contains(where: { $0.key == old.key })
    else { return }
    let name = own.first?.declaration.subject.name ?? old.name
    let lead = declaration.aliases.isEmpty ? ", also " : ", "
    edits[file].append((declaration.endSpan, lead + quotedIfNeeded(name)))
  }

  private func declarations(
    of key: String
  ) -> [(file: Int, declaration: NameOccurrences.Declaration)] {
    files.enumerated().flatMap { index, file in
      file.declarations.filter { $0.subject.key == key }.map { (index, $0) }
    }
  }

  /// The sentence that gives the thing its type, or else the first one about it.
  private func first(
    _ found: [(file: Int, declaration: NameOccurrences.Declaration)]
  ) -> (file: Int, declaration: NameOccurrences.Declaration)? {
    found.first { $0.declaration.hasType } ?? found.first
  }

  private var editedTexts: [SourceText] {
    zip(files, edits).map { file, edits in
      guard !edits.isEmpty else { return file.source }
      var bytes: [UInt8] = []
      var position = 0
      for edit in edits.sorted(by: { $0.span < $1.span }) {
        bytes += file.source.bytes[position..<edit.span.start]
        bytes += edit.text.utf8
        position = edit.span.end
      }
      return SourceText(name: file.source.name, bytes: bytes + file.source.bytes[position...])
    }
  }
}

// MARK: - What may not be renamed

extension NameRewriting {
  private func check() throws(DiagnosedText) {
    try checkIsThing(old)
    if old.key == new.key {
      guard purpose == .rename else {
        throw new.refused(.contradictingDeclaration, "‘\(old.name)’ and ‘\(new.name)’ are one name")
      }
      return
    }
    switch purpose {
    case .merge: try checkIsThing(new)
    case .rename: try checkIsFree(new)
    }
  }

  /// Sees that the name is that of one thing, and not only another name of it.
  private func checkIsThing(_ name: RequestedName) throws(DiagnosedText) {
    let owner = owners(of: name.key).first { $0.key != name.key }
    let isName = !declarations(of: name.key).isEmpty
    if let owner, isName {
      throw name.refused(
        .ambiguousName, "‘\(name.name)’ is a thing and another name of ‘\(owner.name)’",
        help: "take it out of the other names of \(quotedIfNeeded(owner.name)) first")
    }
    if let owner {
      throw name.refused(
        .ambiguousName, "‘\(name.name)’ is another name of ‘\(owner.name)’",
        help: "write \(quotedIfNeeded(owner.name))")
    }
    guard !isName, place(of: name.key) == nil else { return }
    let pool = files.flatMap { file in file.names.map { (key: $0.key, name: $0.name) } }
    throw name.refused(
      .unknownName, "nothing in these files is called ‘\(name.name)’",
      help: Suggestion.didYouMean(Suggestion.nearest(to: name.key, among: pool), "“", "”"))
  }

  /// Sees that nothing else has the name.
  private func checkIsFree(_ name: RequestedName) throws(DiagnosedText) {
    let isOwn = owners(of: name.key).contains { $0.key == old.key }
    if isOwn, declarations(of: name.key).isEmpty, aliasPlace(of: name.key) == nil { return }
    guard let place = place(of: name.key) ?? aliasPlace(of: name.key) else { return }
    throw name.refused(
      .contradictingDeclaration, "‘\(name.name)’ is a name already, at \(place)",
      help: "to make one thing of both: stance merge FILE… OLD INTO")
  }

  /// The first place where a thing of this name stands.
  private func place(of key: String) -> String? {
    place { file in file.names.first { $0.key == key } }
  }

  /// The first place where another thing than the one that is renamed has this other name.
  private func aliasPlace(of key: String) -> String? {
    place { file in
      file.declarations.filter { $0.subject.key != old.key }.flatMap(\.aliases)
        .first { $0.key == key }
    }
  }

  private func place(
    _ occurrence: (NameOccurrences) -> NameOccurrences.Occurrence?
  ) -> String? {
    for file in files {
      guard let found = occurrence(file) else { continue }
      return "\(file.source.name):\(file.source.position(of: found.span.start).line)"
    }
    return nil
  }

  /// The things of which the name is another name.
  private func owners(of key: String) -> [NameOccurrences.Occurrence] {
    files.flatMap { file in
      file.declarations.filter { $0.aliases.contains { $0.key == key } }.map(\.subject)
    }
  }
}

/// A name that the user gives, as a text of its own for what there is to say about it.
struct RequestedName {
  let name: String
  let key: String
  private let source: SourceText

  /// - Throws: why this cannot be a name.
  init(_ text: String) throws(DiagnosedText) {
    let written = SourceText(name: "<name>", quoted(text))
    source = SourceText(name: "<name>", text)
    var parser = Parser(written)
    do throws(ParseFailure) {
      name = try parser.nameText("a name")
    } catch {
      throw DiagnosedText(source: written, diagnostics: parser.diagnostics)
    }
    key = NameKey.key(name)
  }

  func refused(_ code: DiagnosticCode, _ message: String, help: String? = nil) -> DiagnosedText {
    let span = SourceSpan(0, source.bytes.count)
    return DiagnosedText(
      source: source, diagnostics: [Diagnostic(.error, code, message, at: span, help: help)])
  }
}

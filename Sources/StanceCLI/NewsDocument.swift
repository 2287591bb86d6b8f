internal import Foundation
internal import StanceDiagnostics
internal import StanceGraph
internal import StanceHTML
internal import StanceModel
internal import StanceReader

/// An article with where its text comes from.
struct NewsDocument {
  var article: Article
  var url: String?
  /// The file whose bytes are the text, or nil of a page, a line of data and standard input.
  private var file: String?

  /// Whether no file holds the very text, so that a draft cannot name one.
  var isWithoutFile: Bool { file == nil }

  /// The largest article, in bytes.
  static let limit = 8 << 20

  /// The articles of some files: one each, or one a line where a file is JSON Lines.
  static func all(_ paths: [String]) throws(FileFailure) -> [NewsDocument] {
    var documents: [NewsDocument] = []
    for path in paths { documents += try read(path) }
    return documents
  }

  private static func read(_ path: String) throws(FileFailure) -> [NewsDocument] {
    let source = try InputFile.readDocument(path)
    guard let first = source.bytes[source.contentStart...].first(where: { $0 > 0x20 }) else {
      throw FileFailure(path: source.name, reason: "there is no text in it")
    }
    if first == UInt8(ascii: "{") { return try lines(of: source) }
    guard source.bytes.count <= limit else {
      throw FileFailure(
        path: source.name,
        reason: "an article may have \(limit >> 20) MB at most; this is one of "
          + "\(source.bytes.count >> 20) MB. Split it, or give JSON Lines with an article each")
    }
    let name =
      path == "-" ? "article" : URL(filePath: path).deletingPathExtension().lastPathComponent
    return [try WebPage.isPage(source.bytes) ? page(source, name) : plain(source, name, path)]
  }

  // MARK: - Plain text

  private static func plain(
    _ source: SourceText, _ name: String, _ path: String
  ) throws(FileFailure) -> NewsDocument {
    if source.bytes.starts(with: [0xFF, 0xFE]) || source.bytes.starts(with: [0xFE, 0xFF]) {
      throw FileFailure(
        path: source.name, reason: "this is UTF-16; convert it first: iconv -f UTF-16 -t UTF-8")
    }
    guard !source.bytes.contains(0) else {
      throw FileFailure(path: source.name, reason: "this is no text but a binary file")
    }
    guard let text = String(validating: source.bytes[source.contentStart...], as: UTF8.self) else {
      throw FileFailure(
        path: source.name,
        reason: "this is not UTF-8; convert it first, perhaps by: iconv -f WINDOWS-1252 -t UTF-8")
    }
    return NewsDocument(article: Article(id: name, text: text), file: path == "-" ? nil : path)
  }

  private static func page(_ source: SourceText, _ name: String) throws(FileFailure) -> NewsDocument
  {
    guard let page = WebPage(source.bytes) else {
      throw FileFailure(path: source.name, reason: "there is no text in this page")
    }
    return NewsDocument(
      article: Article(
        id: name, title: page.title, date: page.date, source: page.publisher, text: page.text),
      url: page.url)
  }

  // MARK: - Lines of data

  private struct Line: Decodable {
    var id: String
    var title: String?
    var date: String?
    var source: String?
    var url: String?
    var text: String
  }

  private static func lines(of source: SourceText) throws(FileFailure) -> [NewsDocument] {
    var documents: [NewsDocument] = []
    let lines = source.bytes[source.contentStart...]
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
      let place = "\(source.name):\(index + 1)"
      guard line.count <= limit else {
        throw FileFailure(path: place, reason: "an article may have \(limit >> 20) MB at most")
      }
      guard let found = try? JSONDecoder().decode(Line.self, from: Data(line)) else {
        throw FileFailure(
          path: place, reason: "a document is a line of JSON with the texts id and text")
      }
      documents.append(document(found, at: place))
    }
    return documents
  }

  private static func document(_ line: Line, at place: String) -> NewsDocument {
    let date = line.date.flatMap(PartialDate.init(stamp:))
    if let told = line.date, date == nil {
      StandardStreams.note("\(place): ‘\(told.visible())’ is no date such as 2025-05-09")
    }
    return NewsDocument(
      article: Article(
        id: line.id, title: line.title, date: date,
        source: line.source, text: line.text),
      url: line.url)
  }

  // MARK: - The source

  /// What a draft says of the text: the file is the one that holds the very text, named as it is
  /// found from the draft, or from the current folder where that is no file.
  func source(_ given: GivenMetadata, besides draft: String?) -> DraftSource {
    let holder = given.text ?? file
    return DraftSource(
      name: article.id, title: article.title, publisher: article.source, date: article.date,
      url: url, file: holder.map { GraphFiles.path(to: $0, beside: draft ?? "draft") },
      sha256: TextHash.sha256(article.text))
  }
}

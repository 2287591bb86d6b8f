public import StanceModel

/// An article on a web page: its main text and what the page says of it.
public struct WebPage: Sendable {
  public var title: String?
  /// The day of publication.
  public var date: PartialDate?
  /// The name of the site.
  public var publisher: String?
  /// The address by which the page wants to be known.
  public var url: String?
  /// The paragraphs and headings of the article, an empty line between them; the same for the same
  /// page each time.
  public var text: String

  /// Reads a page, however broken. Nil where it has no text.
  public init?(_ bytes: [UInt8]) {
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    guard let markup = Markup(bytes, isUTF8: isUTF8) else { return nil }
    let content = MainText(markup)
    text = content.text()
    guard !text.isEmpty else { return nil }
    let metadata = PageMetadata(markup)
    title = metadata.title
    date = metadata.date(within: content.root)
    publisher = metadata.publisher
    url = metadata.url
  }

  /// Whether the bytes begin like a page and not like a text.
  public static func isPage(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(2048).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    let text = String(decoding: start, as: UTF8.self).lowercased()
    if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") { return true }
    guard text.hasPrefix("<!--") || text.hasPrefix("<?xml") || text.hasPrefix("<head") else {
      return false
    }
    return text.contains("<html") || text.contains("<head")
  }
}

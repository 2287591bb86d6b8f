public import StanceModel

/// What a draft says of the text that was read.
public struct DraftSource: Sendable {
  public var name: String
  public var title: String?
  public var publisher: String?
  public var date: PartialDate?
  public var url: String?
  /// The file that holds the text, as a reader of the draft finds it.
  public var file: String?
  /// The SHA-256 of the text's bytes in lower-case hexadecimal.
  public var sha256: String?

  public init(
    name: String, title: String? = nil, publisher: String? = nil, date: PartialDate? = nil,
    url: String? = nil, file: String? = nil, sha256: String? = nil
  ) {
    self.name = name
    self.title = title
    self.publisher = publisher
    self.date = date
    self.url = url
    self.file = file
    self.sha256 = sha256
  }
}

/// An article with what was found in it.
public struct DraftArticle: Sendable {
  public var article: Article
  public var reading: Reading
  public var source: DraftSource

  public init(article: Article, reading: Reading, source: DraftSource) {
    self.article = article
    self.reading = reading
    self.source = source
  }
}

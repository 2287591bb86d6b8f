/// Finds the element of a page that holds the article, and the article's paragraphs.
struct MainText {
  private let markup: Markup
  /// Whether each node lies in something that is no part of an article.
  private var isDropped: [Bool]
  /// The element that holds the article.
  private(set) var root = 0

  init(_ markup: Markup) {
    self.markup = markup
    isDropped = Array(repeating: false, count: markup.nodes.count)
    let lengths = paragraphLengths()
    drop(lengths)
    root = articleRoot(paragraphLengths())
  }

  // MARK: - What is left out

  private static let droppedElements: Set<String> = [
    "head", "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button",
    "svg", "math", "iframe", "object", "embed", "figure", "figcaption", "select", "textarea",
    "video", "audio", "canvas", "dialog", "menu",
  ]
  private static let droppedRoles: Set<String> = [
    "navigation", "complementary", "contentinfo", "search", "dialog", "alert", "menu", "toolbar",
  ]
  /// Words in the class or identifier of what stands around an article.
  private static let droppedWords: Set<String> = [
    "share", "sharing", "social", "related", "newsletter", "comments", "comment", "promo",
    "advert", "advertisement", "ad", "ads", "cookie", "cookies", "consent", "breadcrumb",
    "breadcrumbs", "sidebar", "subscribe", "recommended", "recommendations", "caption", "byline",
    "author", "tags", "teaser", "teasers", "pagination", "menu", "footer", "nav",
  ]

  /// Marks what is no part of an article, unless it holds most of the page.
  private mutating func drop(_ lengths: [Int]) {
    let half = (lengths.first ?? 0) / 2
    for node in markup.nodes.indices {
      if let parent = markup.nodes[node].parent, isDropped[parent] {
        isDropped[node] = true
      } else if let element = markup.nodes[node].element {
        isDropped[node] =
          Self.droppedElements.contains(element) || isHidden(node)
          || isAround(node, element) && lengths[node] <= half
      }
    }
  }

  private func isHidden(_ node: Int) -> Bool {
    markup.attribute("hidden", of: node) != nil
      || markup.attribute("aria-hidden", of: node) == "true"
  }

  private func isAround(_ node: Int, _ element: String) -> Bool {
    guard !["html", "body", "main", "article", "p"].contains(element) else { return false }
    if let role = markup.attribute("role", of: node), Self.droppedRoles.contains(role) {
      return true
    }
    let names = [markup.attribute("class", of: node), markup.attribute("id", of: node)]
    return names.contains { name in
      name?.lowercased().split { !$0.isLetter }.contains { Self.droppedWords.contains(String($0)) }
        ?? false
    }
  }

  // MARK: - Where the article is

  /// How much text of paragraphs lies at and below each node, without what is dropped.
  private func paragraphLengths() -> [Int] {
    var lengths = Array(repeating: 0, count: markup.nodes.count)
    for node in markup.nodes.indices where !isDropped[node] && markup.nodes[node].element == nil {
      guard let paragraph = ancestor(of: node, among: ["p", "blockquote", "li"]) else { continue }
      let count = markup.nodes[node].text.utf8.count
      lengths[paragraph] += count
    }
    for node in markup.nodes.indices.reversed() {
      if let parent = markup.nodes[node].parent { lengths[parent] += lengths[node] }
    }
    return lengths
  }

  /// The nearest of some elements around a node, a few levels up.
  private func ancestor(of node: Int, among elements: Set<String>) -> Int? {
    var current = markup.nodes[node].parent
    for _ in 0..<12 {
      guard let candidate = current else { return nil }
      if elements.contains(markup.nodes[candidate].element ?? "") { return candidate }
      current = markup.nodes[candidate].parent
    }
    return nil
  }

  /// What the page marks as its article, else the element with the most paragraphs of its own.
  private func articleRoot(_ lengths: [Int]) -> Int {
    let marks: [(Int) -> Bool] = [
      { markup.attribute("itemprop", of: $0) == "articleBody" },
      { markup.nodes[$0].element == "article" },
      { markup.nodes[$0].element == "main" || markup.attribute("role", of: $0) == "main" },
    ]
    for isMarked in marks {
      let candidates = markup.nodes.indices.filter { !isDropped[$0] && isMarked($0) }
      if let best = candidates.max(by: { lengths[$0] < lengths[$1] }),
        lengths[best] * 2 > (lengths.first ?? 0), lengths[best] > 0
      {
        return best
      }
    }
    return densest(lengths) ?? body
  }

  private var body: Int { markup.nodes.firstIndex { $0.element == "body" } ?? 0 }

  /// The element whose own paragraphs have most of the text.
  private func densest(_ lengths: [Int]) -> Int? {
    var own = Array(repeating: 0, count: markup.nodes.count)
    for node in markup.nodes.indices where !isDropped[node] && markup.nodes[node].element == "p" {
      if let parent = markup.nodes[node].parent { own[parent] += lengths[node] }
    }
    let best = own.indices.max { own[$0] < own[$1] }
    return best.flatMap { own[$0] * 2 > (lengths.first ?? 0) && own[$0] > 0 ? $0 : nil }
  }

  // MARK: - The text

  private static let blocks: Set<String> = [
    "p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "li",
    "ul", "ol", "blockquote", "pre", "table", "tr", "td", "th", "dl", "dt", "dd", "hr", "address",
    "details", "summary", "center", "body", "html", "time",
  ]

  /// The paragraphs below the root, an empty line between them.
  func text() -> String {
    var paragraphs = Paragraphs()
    var open: [(node: Int, end: Int)] = []
    for node in root..<markup.nodes[root].end {
      while let last = open.last, last.end <= node {
        open.removeLast()
        paragraphs.close()
      }
      guard !isDropped[node] else { continue }
      guard let element = markup.nodes[node].element else {
        paragraphs.add(markup.nodes[node].text)
        continue
      }
      if element == "br" {
        paragraphs.breakLine()
      } else if Self.blocks.contains(element) {
        paragraphs.close()
        open.append((node, markup.nodes[node].end))
      }
    }
    paragraphs.close()
    return paragraphs.finished
  }
}

/// Gathers runs of text into paragraphs with single blanks.
private struct Paragraphs {
  private var finishedParagraphs: [String] = []
  private var current = String.UnicodeScalarView()
  private var breaks = 0

  var finished: String {
    finishedParagraphs.isEmpty ? "" : finishedParagraphs.joined(separator: "\n\n") + "\n"
  }

  mutating func add(_ text: String) {
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        if let last = current.last, last != " " { current.append(" ") }
      } else if scalar != "\u{AD}", scalar != "\u{200B}", scalar != "\u{FEFF}" {
        breaks = 0
        current.append(scalar)
      }
    }
  }

  /// Two breaks in a row end a paragraph.
  mutating func breakLine() {
    breaks += 1
    if breaks > 1 { close() } else { add(" ") }
  }

  mutating func close() {
    breaks = 0
    if current.last == " " { current.removeLast() }
    if !current.isEmpty { finishedParagraphs.append(String(current)) }
    current = String.UnicodeScalarView()
  }
}

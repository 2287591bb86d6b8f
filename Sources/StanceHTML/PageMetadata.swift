internal import Foundation
internal import StanceModel

/// What the head of a page says of its article: Open Graph, common names of meta elements, JSON-LD.
struct PageMetadata {
  private let markup: Markup
  /// The contents of meta elements by property or name in lower case; the first one counts.
  private var values: [String: String] = [:]
  private let linked: LinkedData

  init(_ markup: Markup) {
    self.markup = markup
    for node in markup.nodes where node.element == "meta" {
      guard let content = node.attributes["content"], !content.isEmpty else { continue }
      for key in ["property", "name", "itemprop"] {
        guard let name = node.attributes[key]?.lowercased(), values[name] == nil else { continue }
        values[name] = content
      }
    }
    linked = LinkedData(markup)
  }

  private func first(_ names: [String]) -> String? {
    names.lazy.compactMap { values[$0] }.map(Self.collapsed).first { !$0.isEmpty }
  }

  /// The title for readers, which the title of the window often extends by the site's name.
  var title: String? {
    first(["og:title", "twitter:title", "dc.title"]) ?? linked.headline ?? text(ofFirst: "h1")
      ?? text(ofFirst: "title")
  }

  var publisher: String? {
    first(["og:site_name", "application-name", "publisher", "dc.publisher"]) ?? linked.publisher
  }

  var url: String? {
    let canonical = markup.nodes.first {
      $0.element == "link" && $0.attributes["rel"]?.lowercased() == "canonical"
    }
    let found = canonical?.attributes["href"] ?? values["og:url"]
    return found.flatMap { $0.hasPrefix("http") ? $0 : nil }
  }

  /// The day of publication: what the head says, else the first `time` of the article, else of the
  /// page.
  func date(within root: Int) -> PartialDate? {
    let names = [
      "article:published_time", "datepublished", "date", "pubdate", "dc.date", "dc.date.issued",
      "dcterms.date", "dcterms.issued", "parsely-pub-date", "citation_publication_date",
    ]
    let told = names.lazy.compactMap { values[$0] }.compactMap(Self.day).first
    return told ?? linked.date.flatMap(Self.day) ?? time(in: markup.below(root))
      ?? time(in: markup.nodes.indices)
  }

  private func time(in range: Range<Int>) -> PartialDate? {
    range.lazy.filter { markup.nodes[$0].element == "time" }
      .compactMap { markup.attribute("datetime", of: $0) }.compactMap(Self.day).first
  }

  /// The day of `2025-05-11T08:30:00Z` as it is written, whatever the zone.
  static func day(_ text: String) -> PartialDate? {
    let text = collapsed(text)
    return PartialDate(stamp: text)
      ?? PartialDate(text.replacingOccurrences(of: "/", with: "-"))
  }

  private func text(ofFirst element: String) -> String? {
    let node = markup.nodes.firstIndex { $0.element == element }
    return node.map { Self.collapsed(markup.text(of: $0)) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// The fields of an article in the JSON-LD of a page.
private struct LinkedData {
  private(set) var headline: String?
  private(set) var date: String?
  private(set) var publisher: String?

  init(_ markup: Markup) {
    for node in markup.nodes.indices
    where markup.nodes[node].element == "script"
      && markup.attribute("type", of: node) == "application/ld+json"
    {
      let data = Data(markup.text(of: node).utf8)
      guard let json = try? JSONSerialization.jsonObject(with: data) else { continue }
      for item in Self.items(json) where date == nil {
        headline = headline ?? item["headline"] as? String
        publisher = publisher ?? Self.name(item["publisher"])
        date = item["datePublished"] as? String
      }
    }
  }

  /// The objects of a script: the one it is, those of its list, those of its graph.
  private static func items(_ json: Any) -> [[String: Any]] {
    if let list = json as? [Any] { return list.flatMap(items) }
    guard let object = json as? [String: Any] else { return [] }
    return [object] + (object["@graph"].map(items) ?? [])
  }

  /// The name of an organization, which may stand for itself or be the first of several.
  private static func name(_ json: Any?) -> String? {
    if let list = json as? [Any] { return name(list.first) }
    return json as? String ?? (json as? [String: Any])?["name"] as? String
  }
}

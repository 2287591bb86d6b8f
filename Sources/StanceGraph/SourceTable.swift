import StanceDiagnostics
import StanceModel
import StanceStore

/// The sources of a graph by their names, and else by their titles.
struct SourceTable {
  private var byName: [String: SourceRecord] = [:]
  /// For the key of each title the key of the source that had it last.
  private var names: [String: String] = [:]

  /// In order of number.
  var all: [SourceRecord] { byName.values.sorted { $0.id < $1.id } }

  /// The source that has this name itself.
  func named(key: String) -> SourceRecord? { byName[key] }

  /// The source of a name, or else of a title.
  func source(key: String) -> SourceRecord? {
    if let source = byName[key] { return source }
    guard let source = names[key].flatMap({ byName[$0] }) else { return nil }
    return source.title.map(NameKey.key) == key ? source : nil
  }

  /// Finds the source by its name and title from now on.
  mutating func insert(_ source: SourceRecord) {
    let key = NameKey.key(source.name)
    byName[key] = source
    if let title = source.title { names[NameKey.key(title)] = key }
  }

  /// What to ask whoever has written a name that no source has.
  func suggestion(key: String) -> String? {
    let pool = byName.map { (key: $0.key, name: $0.value.name) }
    return Suggestion.didYouMean(Suggestion.nearest(to: key, among: pool), "“", "”")
  }
}

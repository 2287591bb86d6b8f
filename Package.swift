// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "stance",
  products: [.executable(name: "stance", targets: ["stance"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .target(name: "StanceDiagnostics", swiftSettings: strict),
    .target(name: "StanceModel", swiftSettings: strict),
    .target(
      name: "StanceLanguage", dependencies: ["StanceDiagnostics", "StanceModel"],
      swiftSettings: strict),
    .target(name: "StanceSQL", swiftSettings: strict),
    .target(
      name: "StanceQuery",
      dependencies: ["StanceDiagnostics", "StanceLanguage", "StanceModel", "StanceSQL"],
      swiftSettings: strict),
    .target(name: "CStanceSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(
      name: "StanceStore",
      dependencies: [
        "CStanceSQLite", "StanceModel", "StanceSQL",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(name: "StanceDiagram", dependencies: ["StanceModel"], swiftSettings: strict),
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),
    .target(
      name: "StanceGraphviz", dependencies: ["CGraphviz", "StanceDiagram"], swiftSettings: strict),
    .target(
      name: "StanceInterchange",
      dependencies: ["StanceDiagnostics", "StanceLanguage", "StanceModel"], swiftSettings: strict),
    .target(
      name: "StanceGraph",
      dependencies: [
        "StanceDiagnostics", "StanceDiagram", "StanceLanguage", "StanceModel", "StanceQuery",
        "StanceSQL",
        "StanceStore", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "StanceReader",
      dependencies: ["StanceDiagnostics", "StanceLanguage", "StanceModel"],
      resources: [.embedInCode("Resources")], swiftSettings: strict),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(
      name: "StanceHTML", dependencies: ["CLibXML2", "StanceModel"], swiftSettings: strict),
    .target(
      name: "StanceCLI",
      dependencies: [
        "StanceDiagnostics", "StanceDiagram", "StanceGraph", "StanceGraphviz", "StanceHTML",
        "StanceInterchange",
        "StanceLanguage", "StanceModel", "StanceQuery", "StanceReader", "StanceSQL", "StanceStore",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "stance",
      dependencies: [
        "StanceCLI", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "StanceDiagramTests", dependencies: ["StanceDiagram", "StanceModel"],
      exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "StanceGraphvizTests",
      dependencies: [
        "StanceGraphviz", "StanceDiagram", "StanceModel", "StanceTestSupport", "stance",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "stance-bench",
      dependencies: ["StanceDiagnostics", "StanceGraph", "StanceStore", "StanceTestSupport"],
      path: "Tests/StanceBench", swiftSettings: strict),
    .target(
      name: "StanceReference",
      dependencies: ["StanceDiagnostics", "StanceLanguage", "StanceModel"],
      path: "Tests/StanceReference", swiftSettings: strict),
    .testTarget(
      name: "StanceGraphTests",
      dependencies: [
        "StanceDiagnostics", "StanceGraph", "StanceLanguage", "StanceModel", "StanceQuery",
        "StanceReference", "StanceSQL", "StanceStore", "StanceTestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "StanceDocumentationTests",
      dependencies: [
        "StanceDiagnostics", "StanceDiagram", "StanceLanguage", "StanceQuery", "stance",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "StanceReferenceTests",
      dependencies: ["StanceDiagnostics", "StanceLanguage", "StanceModel", "StanceReference"],
      swiftSettings: strict),
    .target(
      name: "StanceTestSupport", dependencies: ["StanceDiagnostics"],
      path: "Tests/StanceTestSupport", swiftSettings: strict),
    .testTarget(
      name: "StanceDiagnosticsTests", dependencies: ["StanceDiagnostics", "StanceTestSupport"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "StanceModelTests", dependencies: ["StanceModel", "StanceTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "StanceLanguageTests",
      dependencies: ["StanceDiagnostics", "StanceLanguage", "StanceModel", "StanceTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "StanceQueryTests",
      dependencies: [
        "StanceDiagnostics", "StanceLanguage", "StanceModel", "StanceQuery", "StanceSQL",
        "StanceTestSupport",
      ],
      swiftSettings: strict),
    .testTarget(name: "StanceSQLTests", dependencies: ["StanceSQL"], swiftSettings: strict),
    .testTarget(
      name: "StanceStoreTests",
      dependencies: [
        "CStanceSQLite", "StanceModel", "StanceSQL", "StanceStore", "StanceTestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "StanceImportTests",
      dependencies: [
        "StanceDiagnostics", "StanceGraph", "StanceModel", "StanceSQL", "StanceStore",
        "StanceTestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "StanceHTMLTests", dependencies: ["StanceHTML", "StanceModel"], swiftSettings: strict),
    .testTarget(
      name: "StanceReaderTests",
      dependencies: [
        "StanceDiagnostics", "StanceGraph", "StanceLanguage", "StanceModel", "StanceQuery",
        "StanceReader", "StanceStore", "StanceTestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "StanceInterchangeTests",
      dependencies: ["StanceDiagnostics", "StanceInterchange", "StanceLanguage"],
      swiftSettings: strict),
    .testTarget(
      name: "StanceCLITests", dependencies: ["StanceTestSupport", "stance"], exclude: ["Golden"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

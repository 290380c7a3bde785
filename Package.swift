// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "sitegen",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "sitegen", targets: ["sitegen"])],
  dependencies: [
    // Commands, flags, help and shell completions. Imported by `sitegen` only.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // HTTP/1.1 for the preview: a strict parser that others have attacked for years. Imported by `Preview` only.
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    // CommonMark and GitHub's extensions: the parser GitHub itself uses. Imported by `Markdown` only.
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
    // YAML events with positions; a Swift layer over it costs more than the whole page path. Imported by `Content` only.
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    // SHA-256 with the processor's own instructions, for fingerprints and the manifest. Imported by `Hashing` only.
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"]), .brew(["nettle"])]),
    // What a page weighs once a host has compressed it, and what the preview sends. Imported by `Compression` only.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    // The codes on printed handouts: small, and read by every phone for fifteen years. Imported by `QRCode` only.
    .systemLibrary(
      name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"]), .brew(["qrencode"])]),

    .target(name: "Compression", dependencies: ["CZlib"]),
    .target(name: "Diagnostics"),
    .target(name: "QRCode", dependencies: ["CQRencode"]),
    .target(name: "Hashing", dependencies: ["CNettle"]),
    .target(name: "Markdown", dependencies: ["CCMarkGFM", "Diagnostics"]),
    .target(name: "Mustache", dependencies: ["Diagnostics"]),
    .target(name: "Content", dependencies: ["CLibYAML", "Hashing", "Markdown", "Diagnostics"]),
    .target(name: "CRuleGuard"),
    // HTTP and TLS as the system has them, for `check --external` only: loaded when first used, so that nothing else needs
    // libcurl, not even the build. Imported by `ExternalLinks` only.
    .target(name: "CLibcurl"),
    .target(name: "ExternalLinks", dependencies: ["CLibcurl", "Content", "Markdown", "Diagnostics"]),
    .target(
      name: "Checks",
      dependencies: ["CRuleGuard", "Compression", "Content", "Hashing", "Mustache", "Markdown", "Diagnostics"]),
    .target(
      name: "Outputs",
      dependencies: ["Compression", "Content", "Hashing", "QRCode", "Mustache", "Markdown", "Diagnostics"]),
    .target(
      name: "Pipeline",
      dependencies: [
        "Content", "Checks", "ExternalLinks", "Outputs", "Hashing", "Mustache", "Markdown", "Diagnostics",
      ]),
    .target(
      name: "Preview",
      dependencies: [
        "Compression", "Hashing",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      resources: [.embedInCode("Resources/preview.js"), .embedInCode("Resources/preview.css")]),
    .executableTarget(
      name: "sitegen",
      dependencies: [
        "Pipeline", "Preview", "Checks", "Content", "Markdown", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(
      name: "TestSupport", dependencies: ["ExternalLinks", "Outputs", "Mustache", "Content", "Diagnostics"],
      path: "Tests/Support"),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),
    .testTarget(name: "QRCodeTests", dependencies: ["QRCode"]),
    .testTarget(name: "HashingTests", dependencies: ["Hashing"]),
    .testTarget(name: "MarkdownTests", dependencies: ["Markdown", "Diagnostics", "TestSupport"]),
    .testTarget(name: "MustacheTests", dependencies: ["Mustache", "Diagnostics", "TestSupport"]),
    .testTarget(name: "ContentTests", dependencies: ["Content", "Markdown", "Diagnostics", "TestSupport"]),
    .testTarget(
      name: "ChecksTests",
      dependencies: ["Checks", "Content", "Mustache", "Markdown", "Diagnostics", "TestSupport"]),
    .testTarget(
      name: "ExternalLinksTests", dependencies: ["ExternalLinks", "Content", "Diagnostics", "TestSupport"]),
    .testTarget(
      name: "OutputsTests",
      dependencies: ["Outputs", "Content", "Hashing", "Mustache", "Markdown", "Diagnostics", "TestSupport"]),
    .testTarget(name: "CompressionTests", dependencies: ["Compression"]),
    .testTarget(
      name: "PreviewTests",
      dependencies: [
        "Preview", "Compression", "Hashing", "TestSupport", .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    // Rules that crash and hang, for the tests that see whether the others survive them.
    .executableTarget(
      name: "FaultyChecks", dependencies: ["Pipeline", "Checks", "Content", "Diagnostics"], path: "Tests/FaultyChecks"),
    .testTarget(
      name: "PipelineTests",
      dependencies: ["Pipeline", "Checks", "Content", "ExternalLinks", "Diagnostics", "TestSupport"],
      exclude: ["Fixtures"]),
  ],
  swiftLanguageModes: [.v6]
)

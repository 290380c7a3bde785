import Content
import Testing

@testable import Checks

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct AllChecksTests {
  @Test func checksAreListedInTheOrderOfTheirIDs() {
    let ids = Check.all.map(\.id)
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
    for id in ids {
      let parts = id.split(separator: "/")
      #expect(parts.count == 2 && id.allSatisfy { $0.isLowercase || $0 == "-" || $0 == "/" }, "\(id)")
    }
  }

  /// Every file in `Rules/` declares one check with one id, is in the list, and has its tests in a file of the same name.
  @Test func everyRuleIsListedAndHasItsTests() throws {
    let tests = "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let sources = tests.replacing("/Tests/ChecksTests", with: "/Sources/Checks")
    let rules = names(in: sources + "/Rules")
    #expect(!rules.isEmpty)
    #expect(names(in: tests + "/Rules") == Set(rules.map { $0.replacing(".swift", with: "Tests.swift") }))
    let list = try #require(
      text(of: sources + "/Check.swift").firstMatch(of: /static let all: \[Check\] = \[([^\]]*)\]/)
    ).1
    let listed = list.split { ", \n".contains($0) }.map(String.init)
    #expect(listed.count == Check.all.count)
    var found = Set<String>()
    for rule in rules {
      let source = text(of: sources + "/Rules/" + rule)
      let name = try #require(source.firstMatch(of: /static let (\w+) = Check\(/), "\(rule) declares no check").1
      let id = try #require(source.firstMatch(of: /id: "([^"]+)"/), "\(rule) has no id").1
      #expect(listed.contains("." + name), "Check.all does not list \(name)")
      #expect(Check.all.contains { $0.id == id }, "no check has the id of \(rule)")
      #expect(rule.lowercased() == name.lowercased() + ".swift")
      found.insert(String(id))
    }
    #expect(found == Set(Check.all.map(\.id)))
  }

  @Test func threadsDoNotChangeWhatIsFound() async throws {
    var files: [String: String] = [:]
    for i in 0..<40 { files["content/p\(i).md"] = "[a](no\(i).md) <b>x</b> [c](#d)\n" }
    let site = try await MarkedSite(files).site()
    let one = await Check.run(site, threads: 1).sortedForReport()
    #expect(one.count == 120)
    for threads in [2, 7] { #expect(await Check.run(site, threads: threads).sortedForReport() == one) }
  }

  private func names(in folder: String) -> Set<String> {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var found = Set<String>()
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name.hasSuffix(".swift") { found.insert(name) }
    }
    return found
  }

  private func text(of file: String) -> String {
    guard let stream = fopen(file, "r") else { return "" }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(stream), byte >= 0 { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

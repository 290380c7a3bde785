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
      #expect(parts.count == 2 && id.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" || $0 == "/" }, "\(id)")
    }
  }

  /// Every file in `Rules/` but the lists declares one check, is listed by its group, and has its tests in a file of the
  /// same name.
  @Test func everyRuleIsListedAndHasItsTests() throws {
    let tests = "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let sources = tests.replacing("/Tests/ChecksTests", with: "/Sources/Checks")
    let groups = names(in: sources + "/Rules").filter { !$0.contains(".") }
    #expect(groups.count > 10)
    var found = Set<String>()
    for group in groups.sorted() {
      let files = names(in: "\(sources)/Rules/\(group)").filter { $0.hasSuffix(".swift") }
      let lists = files.filter { $0.hasSuffix("Checks.swift") }
      #expect(lists == [group + "Checks.swift"])
      let list = try #require(
        text(of: "\(sources)/Rules/\(group)/\(group)Checks.swift").firstMatch(of: /: \[Check\] = \[([^\]]*)\]/)
      ).1
      let listed = list.split { ", \n".contains($0) }.map(String.init)
      for rule in files.subtracting(lists) {
        let source = text(of: "\(sources)/Rules/\(group)/\(rule)")
        let declared = source.matches(of: /static let (\w+) = Check\(\s*"([^"]+)"/).map { (String($0.1), String($0.2)) }
        if declared.isEmpty { continue }  // What several rules of a group share.
        for (name, id) in declared {
          #expect(listed.contains("." + name), "\(group)Checks does not list \(name)")
          #expect(id.hasPrefix(group.lowercased() + "/"), "\(id) does not belong to \(group)")
          found.insert(id)
        }
        let mirror = "\(tests)/Rules/\(group)/\(rule.replacing(".swift", with: "Tests.swift"))"
        if !declared.allSatisfy({ name, _ in isFoundWhileReading(name, source) }) {
          #expect(!text(of: mirror).isEmpty, "\(rule) has no tests")
        }
      }
    }
    #expect(found == Set(Check.all.map(\.id)))
  }

  /// Rules of earlier stages, and of what other servers say, have their tests there, and their examples here.
  private func isFoundWhileReading(_ name: String, _ source: String) -> Bool {
    source.contains("scope: .reading") || source.contains("scope: .network")
  }

  /// What earlier stages find needs a disk and templates, so those examples are built in `ReadingExamplesTests`.
  static let own = Check.all.filter { check in
    if case .reading = check.scope { return false }
    return !check.isFoundOnNetwork
  }
  /// An example of these would fill a book.
  static let withoutExamples: Set = ["input/too-many-links", "output/too-heavy", "template/too-large"]

  @Test func examplesAreThere() {
    for check in Check.all {
      let isThere = !check.explanation.bad.isEmpty && !check.explanation.good.isEmpty
      #expect(isThere != Self.withoutExamples.contains(check.id), "\(check.id)")
    }
  }

  @Test(arguments: own)
  func examplesShowTheMistakeAndItsAbsence(_ check: Check) async throws {
    if Self.withoutExamples.contains(check.id) { return }
    let today = try #require(CalendarDay("2026-11-21"))
    for (files, isBad) in [(check.explanation.bad, true), (check.explanation.good, false)] {
      let site = try MarkedSite(files)
      var published: [LocatedText] = []
      if let lock = files["urls.lock"] { published = AddressLock.read(Array(lock.utf8)) }
      // Opt-in checks have to be asked for, so their examples ask in sitegen.yml.
      let found = try await site.found(by: Check.all, today: today, published: published).filter { $0.rule == check.id }
      if isBad {
        #expect(!found.isEmpty, "\(check.id) does not find its own bad example")
        #expect(found.allSatisfy { $0.severity <= check.severity || check.severity != .error })
      } else {
        #expect(found.isEmpty, "\(check.id) finds this in its own good example: \(found.map(\.message))")
      }
    }
  }

  @Test func threadsDoNotChangeWhatIsFound() async throws {
    var files: [String: String] = [:]
    for i in 0..<40 { files["content/p\(i).md"] = "[a](no\(i).md) <b>x</b> [c](#d)\n" }
    let run = CheckRun(
      try await MarkedSite(files).input().0, checks: [.missingPage, .rawHTML, .missingAnchor])
    let one = await run.findInSources(threads: 1).sortedForReport()
    #expect(one.count == 120)
    for threads in [2, 7] { #expect(await run.findInSources(threads: threads).sortedForReport() == one) }
  }

  private func names(in folder: String) -> Set<String> {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var found = Set<String>()
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { found.insert(name) }
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

extension Check: CustomTestStringConvertible {
  public var testDescription: String { id }
}

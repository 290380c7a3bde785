import Checks
import Content
import Diagnostics
import Outputs

/// A resolved site with its checks and everything that is made of it, to be looked at as a whole or in parts.
struct Inspection: Sendable {
  let checks: CheckRun
  let output: OutputTree
  let findings: OutputFindings

  init(of site: Site, _ project: Project, _ options: Build.Options) {
    let lock = (try? FileSystem.read(options.root + "/" + AddressLock.fileName)) ?? []
    let input = CheckInput(
      site: site, today: options.today, templates: project.templates, tree: project.tree,
      published: AddressLock.read(lock))
    checks = CheckRun(input, checks: options.checks, watch: options.watch)
    let rendering = Rendering(site: site, templates: project.templates, tree: project.tree)
    output = OutputTree(rendering)
    findings = OutputFindings(checks, rendering, folder: options.outputName)
  }

  /// What is wrong with the output before any file is made. Its own look for doubles is a net below the check's; what the
  /// check has named needs no second name.
  func problems(besides found: [Diagnostic]) -> [Diagnostic] {
    let isNamed = found.contains { $0.rule.hasSuffix("duplicate-address") || $0.rule.hasSuffix("alias-hides-page") }
    return output.diagnostics.filter { !isNamed || $0.rule != "content/duplicate-address" }
  }

  /// Makes every file and looks at its bytes. Ends early, with less, when its task is cancelled.
  ///
  /// - Returns: what is wrong, and the bytes of the files that this points into.
  func findInOutput(
    threads: Int, _ progress: Progress = Progress()
  ) async -> (diagnostics: [Diagnostic], built: [String: [UInt8]]) {
    progress.begin(.writing, total: output.files.count)
    let found = await parallelMap(output.files.count, threads: threads) { i -> [OutputFindings.Found] in
      defer { progress.step() }
      return Task.isCancelled ? [] : findInFile(i)
    }
    return findings.folded(found.flatMap(\.self), output)
  }

  /// What is wrong with making one file, or else with its bytes.
  func findInFile(_ i: Int) -> [OutputFindings.Found] {
    guard case .made(let write) = output.files[i].content else { return [] }
    var bytes: [UInt8] = []
    let problems = write(&bytes)
    if !problems.isEmpty { return [.init(diagnostics: problems)] }
    return findings.find(in: output.files[i].path, bytes, item: i)
  }
}

import Preview
import Testing

@Suite struct PreviewSiteTests {
  @Test func aSiteBeginsWithoutProblems() {
    let site = PreviewSite(basePath: "/", files: ["index.html": { [] }])
    #expect(site.problems.isEmpty)
    #expect(!site.isChecking)
  }
}

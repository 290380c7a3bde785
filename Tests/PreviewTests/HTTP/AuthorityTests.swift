import Testing

@testable import Preview

@Suite struct AuthorityTests {
  @Test(
    arguments: [
      "localhost", "localhost:8080", "LOCALHOST:1", "a.localhost", "127.0.0.1", "127.0.0.1:8080", "127.255.0.9",
      "[::1]", "[::1]:8080",
    ])
  func thisMachineIsKnownByItsNames(_ host: String) throws {
    #expect(OwnHosts(machineName: nil).include(try #require(Authority(host))))
  }

  @Test(
    arguments: [
      "example.org", "localhost.example.org", "notlocalhost", "127.0.0.1.example.org", "127.1", "128.0.0.1", "0.0.0.0",
      "[::2]", "[::ffff:127.0.0.1]", "192.168.0.1", "0127.0.0.1", "127.0.0.01", "2130706433", "localhost.", "studio",
    ])
  func otherNamesAreForeign(_ host: String) throws {
    #expect(!OwnHosts(machineName: nil).include(try #require(Authority(host))))
  }

  @Test(
    arguments: [
      "", ":80", "localhost:", "localhost:x", "localhost:99999", "localhost:1:2", "a b", "a@localhost", "localhost/",
      "[::1",
      "[::1]x", "[x]", "[::1%25lo]", "::1", "a,b", "localhost;", "é", "%6cocalhost", "'localhost'",
    ])
  func malformedNamesAreNone(_ host: String) { #expect(Authority(host) == nil) }

  @Test func otherMachinesAskForAddressesAndTheNameOfThisOne() throws {
    let hosts = OwnHosts(machineName: "studio")
    for host in ["192.168.0.1:8080", "[fe80::1]", "studio", "STUDIO.local:8080", "localhost"] {
      #expect(hosts.include(try #require(Authority(host))), "\(host)")
    }
    for host in ["example.org", "studio.example.org", "xstudio", "192.168.0", ".local"] {
      #expect(!hosts.include(try #require(Authority(host))), "\(host)")
    }
    #expect(!OwnHosts(machineName: "").include(try #require(Authority(".local"))))
  }
}

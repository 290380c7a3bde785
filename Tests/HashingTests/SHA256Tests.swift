import Hashing
import Testing

/// The example vectors of FIPS 180-2, appendix B, and of NIST's "Descriptions of SHA-256".
struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ])
  func agreesWithTheExamplesOfTheStandard(text: String, expected: String) {
    #expect(SHA256.hex(Array(text.utf8)) == expected)
    #expect(SHA256.hexBytes(Array(text.utf8)) == Array(expected.utf8))
  }

  @Test(arguments: [
    ("", "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"),
    ("alert(1)", "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"),
  ])
  func sourceForAPolicy(text: String, source: String) {
    // From `printf … | openssl dgst -sha256 -binary | base64`.
    #expect(SHA256.policySource(Array(text.utf8)) == source)
  }
}

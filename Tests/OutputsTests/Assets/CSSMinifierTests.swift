import TestSupport
import Testing

@testable import Outputs

struct CSSMinifierTests {
  private func minify(_ css: String) -> String { String(decoding: CSSMinifier.minify(Array(css.utf8)), as: UTF8.self) }

  @Test(arguments: [
    ("", ""), (" \n ", ""), ("/* c */", ""),
    ("a { color : red ; }", "a{color:red}"),
    ("a {\n  color: red;\n  margin: 0 auto;\n}\n\nb { }\n", "a{color:red;margin:0 auto}b{}"),
    ("a { b: c;; ; }", "a{b:c}"),
    ("a , b\n, c { d: e , f }", "a,b,c{d:e,f}"),
    ("a > b ~ c > .d { e: f }", "a>b~c>.d{e:f}"),
    ("a:is( b > c , d ) { e: f }", "a:is(b>c,d){e:f}"),
    ("a { b: c !important; d: e ! important }", "a{b:c!important;d:e! important}"),
    ("a { b: rgb( 0 , 0 , 0 ) }", "a{b:rgb(0,0,0)}"),
    ("@media ( min-width : 40em ) { a { b: c; } }", "@media (min-width :40em){a{b:c}}"),
    ("@supports (display: grid) and (not (a: b)) { }", "@supports (display:grid) and (not (a:b)){}"),
    ("@import url( \"a.css\" ) screen ;", "@import url(\"a.css\") screen;"),
    ("@layer a , b ;", "@layer a,b;"),
    ("a { b: c; /* d */ }", "a{b:c}"),
    ("a { b: url(  x.png  ) }", "a{b:url(  x.png  )}"),
  ])
  func dropsWhatMeansNothing(css: String, expected: String) { #expect(minify(css) == expected) }

  @Test(arguments: [
    "a{b:calc(1px + 2px - 3px)}", "a{b:calc(1px + (2px * 3))}", "a{b:calc(1px - -2px)}",
    "a :hover{}", "a .b{}", "a [b]{}", "a *{}", "* a{}", "a #b{}", "a ::before{}", "a:is(b) :not(c){}", "[a] [b]{}",
    "[a=\"b\" i]{}", "a + b{}", "u + a{}", "& .a{}", ".a &{}", "a{& .b{c:d}}", "a{&:hover{c:d}}", "a{:hover{c:d}}",
    "a{b :hover{c:d}}", "a{.b &{c:d}}", "a{> b{c:d}}".replacing("> ", with: ">"),
    "@media (a) and (b){}", "@media not all and (a){}", "@media (400px <= width <= 700px){}", "@media screen and (a){}",
    "@container c (width > 40em){}", "@container style(--a: b){}", "@supports selector(a :hover){}",
    "@supports not (a:b){}", "@layer a.b{}", "@scope (.a) to (.b){}", "@page :first{a:b}",
    "@font-face{unicode-range:U+26,U+0-7F,U+0025-00FF,u+4??}", "@property --a{syntax:\"<length>\"}",
    "@charset \"utf-8\";a{}", "@import \"a.css\" layer(b) supports(a: b) screen;",
    "a{font:12px / 1.5 \"A B\",serif}", "a{b:rgb(0 0 0 / 50%)}", "a{grid-template-areas:\"a b\" \"c d\"}",
    "a{b:-1px -2px}", "a{b:1px +2px}", "a{b:var(--c, )}", "a{b:attr(c px,0)}", "a{--b: }", "a{--b:}",
    "@keyframes a{0%{b:c}to{b:d}}", "a{b:c}/*! keep */d{}", "/*! licence */a{}",
    ".\\31 0{}", ".a\\:b{}", ".a\\20 b{}", "\\.a{}", "a{b:\"\\\"; }\"}", "a{b:'/* */'}", "a{b:url(a;b}c)}",
    "a{*zoom:1}", "a{filter:progid:X.Y(a=1,b=2)}", "@media print{a{b:c}}", "a|b{}", "*|*{}",
  ])
  func keepsWhatMayMeanSomething(css: String) { #expect(minify(css) == css) }

  @Test(arguments: [
    ("a { --b:  { c : d ; e }  ; f: g; }", "a{--b:{ c : d ; e };f:g}"),
    ("a { --b : x  ,  y /* c */  z /* d */ ; }", "a{--b:x  ,  y /* c */  z}"),
    ("a { --b: ; }", "a{--b: ;}"),
    ("a { --B:#FFF ;}", "a{--B:#FFF}"),
    ("a { --b: \\31 ; }", "a{--b:\\31 }"),
  ])
  func keepsCustomPropertiesAsTheyAre(css: String, expected: String) { #expect(minify(css) == expected) }

  @Test(arguments: [
    ("a/**/b{}", "a/**/b{}"), ("a /**/ b{}", "a b{}"), ("a/**/.b{}", "a/**/.b{}"), ("a/**/{}", "a{}"),
    ("a{b:1/**/2}", "a{b:1/**/2}"), ("a{b:c/**/(d)}", "a{b:c/**/(d)}"), ("@media/**/(a){}", "@media/**/(a){}"),
    ("a{b:c/*x*/,/*y*/d}", "a{b:c,d}"), ("a{b:+/**/1}", "a{b:+/**/1}"), ("/* a */ /*! b */ /* c */ d{}", "/*! b */d{}"),
  ])
  func letsNoTokensJoinWhereACommentStood(css: String, expected: String) { #expect(minify(css) == expected) }

  @Test(arguments: [
    ("a{b:\"open\n;c:d}", "a{b:\"open\n;c:d}"), ("a{b:\"open", "a{b:\"open"), ("a { b: \"x\n }", "a{b:\"x\n}"),
    ("a { /* open", "a{"), ("a { /*! open", "a{/*! open"), ("a { b: url( x", "a{b:url( x"),
    ("a { b: url(x y) ; c: d }", "a{b:url(x y);c:d}"), ("a { b: ( c ; d }", "a{b:(c ; d }"),
    ("a \\\n b{}", "a \\\nb{}"),
    ("a { b: c } } d { }", "a{b:c}}d{}"), ("a\\", "a\\"), (" \"x\n", "\"x\n"),
  ])
  func endsGracefullyWhatIsNeverClosed(css: String, expected: String) { #expect(minify(css) == expected) }

  @Test(arguments: [
    ("/* c */@charset \"x\";", " @charset \"x\";"), ("@charset  \"x\" ;", "@charset  \"x\" ;"),
  ])
  func makesNoCharsetRuleOfWhatWasNone(css: String, expected: String) { #expect(minify(css) == expected) }

  @Test func keepsAByteOrderMarkAndBytesThatAreNotUTF8() {
    #expect(CSSMinifier.minify([0xEF, 0xBB, 0xBF] + Array(" a { } ".utf8)) == [0xEF, 0xBB, 0xBF] + Array("a{}".utf8))
    #expect(CSSMinifier.minify(Array("a { b: \"".utf8) + [0xFF, 0x00]) == Array("a{b:\"".utf8) + [0xFF, 0x00])
  }

  @Test func keepsSemicolonsBehindRules() {
    #expect(minify("a{};b{}") == "a{};b{}")
    #expect(minify("@media x{@layer a;}") == "@media x{@layer a;}")
  }

  private func check(_ css: [UInt8]) {
    let minified = CSSMinifier.minify(css)
    let start = css.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let before = CSSTokenizer.tokens(of: css, from: start)
    let after = CSSTokenizer.tokens(of: minified, from: start)
    let text = String(decoding: css, as: UTF8.self)
    #expect(CSSMinifier.same(before, in: css, after, in: minified), "\(text.debugDescription)")
    #expect(CSSMinifier.minify(minified) == minified, "\(text.debugDescription)")
    #expect(minified.count <= css.count, "\(text.debugDescription)")
    // Every byte belongs to one token.
    #expect(before.reduce(start) { $1.range.lowerBound == $0 ? $1.range.upperBound : -1 } == css.count || css.isEmpty)
  }

  @Test func keepsTheTokensOfRandomSheets() {
    var random = SeededRandom(seed: 9)
    let pieces = [
      "a", "b", "--x", "u", "url(", "URL( ", "u\\72l(", "calc(", "(", ")", "[", "]", "{", "}", "{", "}", ";", ":", ",",
      " ",
      "  ", "\n", "\r\n", "\u{c}", "\t", "/*c*/", "/*!k*/", "/*", "*/", "\"", "'", "\"s\"", "\\", "\\31 ", "\\\n", "#",
      "#f", "@",
      "@media", "@charset", "@x", "1", "1e3", "1.5px", "+", "-", "+1", "-1", ".", ".5", "*", ">", "~", "=", "|", "!",
      "important", "<!--", "-->", "--", "<", "%", "5%", "&", "é", "😀", "\0", "U+26",
    ]
    for _ in 0..<6000 {
      let count = Int.random(in: 0..<24, using: &random)
      let css = (0..<count).map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }.joined()
      check(Array(css.utf8))
    }
  }

  @Test func survivesRandomBytes() {
    var random = SeededRandom(seed: 10)
    for count in 0..<3000 {
      check((0..<count % 60).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
  }

  @Test(arguments: ["{", "(", "a{", "a:b(", "--x:{", "[", "/*", "\"", "@media{", "a>"])
  func survivesDeepNesting(piece: String) { check(Array(String(repeating: piece, count: 20_000).utf8)) }

  @Test(
    arguments: [
      ("a", [.ident]), ("a(", [.function]), ("url(a)", [.url]),
      ("url( 'a')", [.function, .whitespace, .string, .closeParen]),
      ("u\\52 L(a)", [.url]), ("url(a b)", [.badURL]), ("url(a\"b)", [.badURL]), ("-1.5e+3px", [.numeric]),
      ("1e", [.numeric]), ("1.", [.numeric, .delim]), ("+a", [.delim, .ident]), ("--a", [.ident]), ("-", [.delim]),
      ("-->", [.cdc]), ("<!--", [.cdo]), ("<!-", [.delim, .delim, .delim]), ("#1", [.hash]), ("#", [.delim]),
      ("@-a", [.atKeyword]), ("@1", [.delim, .numeric]), ("\"a\\\nb\"", [.string]),
      ("\"a\nb", [.badString, .whitespace, .ident]),
      ("\\\n", [.delim, .whitespace]), ("\\31 a", [.ident]), ("\\", [.ident]), ("/**/", [.comment]), ("5%", [.numeric]),
    ] as [(String, [CSSToken.Kind])])
  func cutsTokensAsTheSpecificationDoes(css: String, expected: [CSSToken.Kind]) {
    #expect(CSSTokenizer.tokens(of: Array(css.utf8)).map(\.kind) == expected)
  }
}

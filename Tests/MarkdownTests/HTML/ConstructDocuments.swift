/// One small document for each construct of CommonMark and of GitHub's extensions, and for the ways they meet.
enum ConstructDocuments {
  static let all = blocks + lists + inlines + tables + footnotes + rawHTML

  private static let blocks = [
    "",
    "\n\n\n",
    "# One\n## Two ##\n###### Six\n####### none\n#none\n# \n",
    "Title\n=====\n\nTwo\nlines *of\nit*\n---\n",
    "***\n---\n_ _ _\n+++\n",
    "    code\n\n      more\n\n\ntext\n    not code\n",
    "```swift ignored\nlet a = \"<b>\" & 1\n```\n\n~~~~\n~~~\n```\n~~~~\n\n```\nunclosed\n",
    "- ```\n  in a list\n\n  ```\n> ~~~ a&amp;b\n> quoted\n",
    "> quote\nlazy\n> > deep\nlazy too\n\n> another\n",
    "> # Heading\n> - item\n>   more\n>\n>     code\n",
    "[a]: /url \"title\"\n[b]: <with space>\n[c]:\n/next\n'line'\ntext [a] [b] [C] [d]\n",
    "one\ntwo  \nthree\\\nfour   \n",
    "tabs\there\n\n\tcode\n\n-\titem\n\n\tmore\n",
    "\u{FEFF}# After a byte order mark\n",
  ]

  private static let lists = [
    "- a\n- b\n- c\n",
    "- a\n\n- b\n- c\n",
    "- a\n  - b\n    - c\n\n      d\n- e\n",
    "1. one\n2. two\n\n7) seven\n8) eight\n\n0. zero\n123456789. big\n",
    "* a\n+ b\n- c\n",
    "- a\n\n  para\n\n  > quote\n- b\n",
    "-\n- \n-   c\n",
    "- [ ] open\n- [x] done\n- [X] done\n  - [ ] nested\n- [] none\n",
    "1. [ ] one\n2. [x] two\n\n   loose\n",
    "text\n- list after text\n\ntext\n14. not a list\n",
    "- a\n<!-- -->\n- b\n",
    "- # heading\n- ---\n- > quote\n- ```\n  code\n  ```\n",
  ]

  private static let inlines = [
    "*em* _em_ **strong** __strong__ ***both*** **a *b* c** *a **b** c*\n",
    "foo*bar*baz foo_bar_baz **a*b* ** * a *\n",
    "`code` ``a`b`` ` x ` `a\nb` `` unclosed\n",
    "[a](/u) [b](/u \"t\") [c](<x y> 't') [d](/u (t)) [e]() [*f* `g`](/h(i)j)\n",
    "[a\nb](/u\n\"t\nt\") [x [y](/z) w](/v) ![img *alt* `c`](/i.png \"t\") ![](/j)\n",
    "[![image](/i)](/u) ![a [b](/c) d](/e)\n",
    "<http://a.b/?c=d&e> <me@x.org> <irc:x> <not a link>\n",
    "www.a.com http://b.c/d_e(f). https://x.y/?a&b; me@x.org mailto:me@x.org ftp://z.z\n",
    "&amp; &lt;b&gt; &auml; &#35; &#x1F600; &bogus; &copy &ngE; &#0; &\n",
    "\\* \\# \\\\ \\a \\[x] \\&amp; \\<b> a\\\nb\n",
    "~~gone~~ ~one~ ~~~three~~~ ~~a\nb~~\n",
    "[js](javascript:x) [data](data:text/html,x) ![png](data:image/png;base64,x) [F](FILE:///x) <vbscript:x>\n",
    "[q](/a\"b'c&d<e>%20ä) \"quotes\" 'single' < > &\n",
    "a  \nb\\\nc\nd\n",
  ]

  private static let tables = [
    "| a | b |\n|---|---|\n| c | d |\n",
    "a | b\n:-|-:\nc | d\ne\nf | g | h\n\nafter\n",
    "| l | c | r | n |\n|:--|:-:|--:|---|\n| `a\\|b` | x \\| y | **z** | |\n",
    "text above\n| a |\n|---|\n| b |\ntext below\n",
    "two lines\nabove\n| a | b |\n|---|---|\n",
    "- | a |\n  |---|\n  | b |\n\n> | a |\n> |---|\n> | b |\n",
    "| a |\n|---|\n\n| only | head |\n| - |\n",
    "| [x](/y) | ![i](/j \"k\") | www.a.com |\n|-|-|-|\n| ~~a~~ | [^n] | <b> |\n\n[^n]: note\n",
  ]

  private static let footnotes = [
    "a[^1] b[^two] c[^1] d[^1]\n\n[^1]: First.\n[^two]: Second\n    with *more*.\n\n    Paragraph two.\n",
    "x[^z] y[^missing]\n\n[^unused]: never\n[^z]: > quote\n",
    "x[^z]\n\n[^z]: - list\n\n    ```\n    code\n    ```\n",
    "x[^a]\n\n[^a]: refers to [^b].\n[^b]: and back to [^a].\n",
    "> in a quote[^q]\n>\n> [^q]: defined here\n",
    "# Heading[^h]\n\n- item[^h]\n\n[^h]:\n    late\n",
    "label[^a b] and [^ä&\"] and ![^1]\n\n[^ä&\"]: odd\n[^1]: one\n",
  ]

  private static let rawHTML = [
    "<div>\n*raw*\n\n</div>\n\ntext <b>bold</b> <!-- c --> <?p?> <![CDATA[x]]>\n",
    "<script>alert(1)</script>\n\n<style>a</style>\n<title>t</title> <TEXTAREA> <xmp/> <iframe src=x> <plaintextual>\n",
    "text <script>x</script> <title > </Style> <noembed\t> <noframes/> <noframesx>\n",
    "<!-- comment\nover lines -->\n\n<table><tr><td>\n\n<x-y z=\"1\">\n",
  ]
}

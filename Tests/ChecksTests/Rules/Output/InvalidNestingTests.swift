import Testing

@testable import Checks

@Suite struct InvalidNestingTests {
  @Test(arguments: [
    "<p>Für: 👉<div👈 class=a>x</div></p>", "<p>Signs: 👉<ul👈><li>a</li></ul></p>",
    "<a href=/a/>one 👉<a👈 href=/b/>two</a></a>", "<a href=/a/><b>👉<button👈>two</button></b></a>",
    "<button>👉<a👈 href=/b/>two</a></button>", "<button>👉<h2👈>two</h2></button>",
    "<form><div>👉<form👈></form></div></form>", "<h2>A 👉<h3👈>b</h3></h2>", "<div>👉<li👈>a</li></div>",
    "<ul>👉<p👈>a</p></ul>", "<div>👉<tr👈><td>a</td></tr></div>", "<table><tbody>👉<td👈>a</td></tbody></table>",
    "<table><tr>👉<p👈>a</p></tr></table>", "<div>👉<dt👈>a</dt></div>", "<div>👉<figcaption👈>a</figcaption></div>",
    "<p>a👉</b>👈</p>", "<p>👉<b👈>é</p>", "👉<div👈><p>a</p>", "<p><b>👉<i👈>x</b>👉</i>👈</p>",
    "<span>👉<div👈>a</div></span>", "<html><head>👉<p👈>a</p></head></html>", "<p>a</p>👉</p>👈",
  ])
  func isFound(_ html: String) async throws {
    try await findings(of: .invalidNesting, ["public/index.html": "<!doctype html>\n" + html])
  }

  @Test(arguments: [
    "<p>A<p>B<div>C</div>", "<ul><li>a<li>b</ul>", "<dl><dt>a<dd>b<dt>c<dd><p>d</dl>",
    "<dl><div><dt>a</dt><dd>b</dd></div></dl>", "<table><tr><th>a<td>b<tr><td>c</table>",
    "<table><caption>x</caption><colgroup><col></colgroup><thead><tr><th>a</th></tr></thead></table>",
    "<a href=/><h2>a</h2><p>b</p></a>", "<details><summary><h2>a</h2></summary><p>b</p></details>",
    "<svg><g><path d=x /><title>a</title></g><a href=#><p/></a></svg>", "<br/><img alt=''><hr><input>",
    "<ul><li><ul><li>a</li></ul></li><li>b</li></ul>", "<p><button><span>a</span></button></p>",
    "<figure><img alt=''><figcaption>a</figcaption></figure>", "<p>a <b>b</b></P>", "<x-a><p>a</p></x-a>",
    "<select><optgroup><option>a<option>b</select>", "<p>1 < 2 </ p <!-- </div> --> <script>'</p>'</script></p>",
    "<html><head><title>a</title><body><p>a", "<table><tr><td><p>a<table><tr><td>b</table></table>",
  ])
  func isFine(_ html: String) async throws {
    try await findings(of: .invalidNesting, ["public/index.html": "<!doctype html>\n" + html])
  }
}

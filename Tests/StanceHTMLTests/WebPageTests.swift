import StanceHTML
import StanceModel
import Testing

@Suite struct WebPageTests {
  private func page(_ html: String) -> WebPage? { WebPage(Array(html.utf8)) }

  private func text(_ body: String) -> String? {
    page("<!DOCTYPE html><html><body>\(body)</body></html>")?.text
  }

  // MARK: - Text

  @Test(arguments: [
    ("<p>One.</p><p>Two.</p>", "One.\n\nTwo.\n"),
    ("<p>One\n  two&nbsp;three.</p>", "One two three.\n"),
    ("<p>A <b>bold</b> <a href='x'>link</a>.</p>", "A bold link.\n"),
    ("<p>One<br>line.<br><br>Two.</p>", "One line.\n\nTwo.\n"),
    ("<h1>Head</h1><p>&ldquo;Quoted&rdquo; &amp; more.</p>", "Head\n\n“Quoted” & more.\n"),
    ("<ul><li>First</li><li>Second</li></ul>", "First\n\nSecond\n"),
    ("<p>Never closed<p>nor this", "Never closed\n\nnor this\n"),
    ("<div>One</div>two<div>three</div>", "One\n\ntwo\n\nthree\n"),
    ("<p>soft&shy;ened</p>", "softened\n"),
    ("<table><tr><td>a</td><td>b</td></tr></table>", "a\n\nb\n"),
  ])
  func `blocks are paragraphs and blanks are single`(_ body: String, _ expected: String) {
    #expect(text(body) == expected)
  }

  @Test(arguments: [
    "<script>var a = 'Chad rejects it.';</script>", "<style>p { color: red }</style>",
    "<nav><p>Home</p></nav>", "<footer><p>Imprint</p></footer>", "<aside><p>Advert</p></aside>",
    "<noscript><p>Switch it on</p></noscript>", "<form><p>Sign up</p></form>",
    "<figure><img alt='x'><figcaption>Caption</figcaption></figure>",
    "<div class='related-links'><p>More</p></div>", "<div id='comments'><p>First!</p></div>",
    "<div role='navigation'><p>Home</p></div>", "<p hidden>Secret</p>",
    "<div aria-hidden='true'><p>Secret</p></div>", "<ul class='share-bar'><li>Share</li></ul>",
    "<!-- <p>A comment</p> -->", "<template><p>Later</p></template>",
  ])
  func `what stands around an article is left out`(_ noise: String) {
    #expect(
      text("<article><p>The article is long enough.</p>\(noise)</article>")
        == "The article is long enough.\n")
    #expect(text("\(noise)<p>The article is long enough.</p>") == "The article is long enough.\n")
  }

  @Test(arguments: [
    "<div><p>Teaser.</p></div><article><p>The article itself is here.</p></article>",
    "<div><p>Teaser.</p></div><main><p>The article itself is here.</p></main>",
    "<div><p>Teaser.</p></div><div itemprop='articleBody'><p>The article itself is here.</p></div>",
    "<div><p>Teaser.</p></div><div><p>The article itself is here.</p></div>",
    "<article><p>Teaser.</p></article><article><p>The article itself is here.</p></article>",
  ])
  func `the article is what is marked as such, or has most paragraphs`(_ body: String) {
    #expect(text(body) == "The article itself is here.\n")
  }

  @Test func `a class of the whole page leaves nothing out`() {
    #expect(
      text("<div class='with-sidebar ad'><p>The article itself is here.</p></div>")
        == "The article itself is here.\n")
  }

  @Test func `a page nests as deeply as it likes`() {
    let html = String(repeating: "<div>", count: 20_000) + "<p>Deep.</p>"
    #expect(text(html)?.contains("Deep.") != false)
  }

  @Test func `the same page has the same text each time`() {
    let html = "<html><body><p>One.</p><p>Two <i>three</i>.</p></body></html>"
    #expect((0..<5).allSatisfy { _ in page(html)?.text == page(html)?.text })
  }

  @Test(arguments: ["<html></html>", "<html><body><script>x</script></body></html>", ""])
  func `a page without text is none`(_ html: String) {
    #expect(page(html) == nil)
  }

  @Test func `the encoding is that of the page`() {
    let head = "<html><head><meta charset=\"windows-1252\"></head><body><p>"
    let bytes = Array(head.utf8) + [0x93, 0x63, 0x61, 0x66, 0xE9, 0x94] + Array("</p>".utf8)
    #expect(WebPage(bytes)?.text == "“café”\n")
  }

  // MARK: - Metadata

  private func headed(_ head: String, _ body: String = "<p>Text.</p>") -> WebPage? {
    page("<html><head>\(head)</head><body>\(body)</body></html>")
  }

  @Test(arguments: [
    "<meta property='article:published_time' content='2026-03-04T08:00:00+01:00'>",
    "<meta name='date' content='2026-03-04'>",
    "<meta name='DC.date.issued' content='2026/03/04'>",
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-03-04\"}</script>",
    "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\"},{\"datePublished\":\"2026-03-04\"}]}</script>",
  ])
  func `the head tells the day`(_ head: String) {
    #expect(headed(head)?.date == PartialDate("2026-03-04"))
  }

  @Test func `a time element tells the day where the head does not`() {
    let body = "<article><time datetime='2026-03-04T08:00Z'>4 March</time><p>Text.</p></article>"
    #expect(headed("", body)?.date == PartialDate("2026-03-04"))
    #expect(headed("<meta name='date' content='soon'>", "<p>Text.</p>")?.date == nil)
  }

  @Test(arguments: [
    ("<title>Talks - Gazette</title><meta property='og:title' content='Talks'>", "Talks"),
    ("<title>\n Talks \n</title>", "Talks"),
    ("<meta property='og:title' content=''><title>Talks</title>", "Talks"),
  ])
  func `the title for readers goes first`(_ head: String, _ title: String) {
    #expect(headed(head)?.title == title)
  }

  @Test func `publisher and address come from the head`() {
    let page = headed(
      "<meta property='og:site_name' content='The Gazette'>"
        + "<link rel='canonical' href='https://example.org/a'>")
    #expect(page?.publisher == "The Gazette")
    #expect(page?.url == "https://example.org/a")
  }

  @Test(arguments: [
    "{\"headline\":5,\"datePublished\":\"2026-03-04\",\"publisher\":{\"name\":\"Gazette\"}}",
    "[7,{\"datePublished\":\"2026-03-04\",\"publisher\":\"Gazette\"}]",
    "{\"@graph\":[{\"publisher\":[{\"name\":\"Gazette\"}]},null,{\"datePublished\":\"2026-03-04\"}]}",
    "[{\"@graph\":[{\"publisher\":{\"name\":\"Gazette\"},\"datePublished\":\"2026-03-04\"}]}]",
  ])
  func `a field of another type costs that field alone`(_ json: String) {
    let page = headed("<script type='application/ld+json'>\(json)</script>")
    #expect(page?.date == PartialDate("2026-03-04"))
    #expect(page?.publisher == "Gazette")
  }

  @Test func `an address that is none is left out`() {
    #expect(headed("<link rel='canonical' href='/a'>")?.url == nil)
  }

  // MARK: - Is it a page?

  @Test(arguments: [
    "<!DOCTYPE html><p>x", "\n<html>", "\u{FEFF}<HTML lang=en>", "<?xml version='1.0'?><html>",
    "<!-- saved --><html>",
  ])
  func `a page is told from a text`(_ start: String) { #expect(WebPage.isPage(Array(start.utf8))) }

  @Test(arguments: ["Norway <html> backs", "< 3 states agree", "{\"id\":\"<html>\"}", ""])
  func `a text is no page`(_ start: String) { #expect(!WebPage.isPage(Array(start.utf8))) }
}

import StanceHTML
import StanceModel
import Testing

@Suite struct WebPageTests {
  private static let page = """
    <!DOCTYPE html><html><head><title>Talks &amp; terms | Gazette</title>
    <meta property="og:site_name" content="Gazette">
    <meta property="article:published_time" content="2025-05-11T10:00:00Z">
    <script>var x = "The mayor rejects scripts.";</script></head>
    <body><nav><a href="/">Home</a></nav><article><h1>Talks &amp; terms</h1>
    <p>The mayor supports the plan.</p><p>The council rejects the toll.</p></article>
    <footer>All rights reserved.</footer></body></html>
    """

  @Test func `the text of a page is its article, without what surrounds it`() throws {
    let page = try #require(WebPage(Array(Self.page.utf8)))
    #expect(page.text.contains("The mayor supports the plan."))
    #expect(page.text.contains("The council rejects the toll."))
    for other in ["scripts", "Home", "rights"] { #expect(!page.text.contains(other)) }
  }

  @Test func `the page says who published it, and when`() throws {
    let page = try #require(WebPage(Array(Self.page.utf8)))
    #expect(page.publisher == "Gazette")
    #expect(page.date == PartialDate("2025-05-11"))
  }

  @Test(arguments: [
    ("<!DOCTYPE html><p>x", true), ("  <html><p>x", true), ("The mayor said <b>no</b>.", false),
    ("", false), ("{\"id\": 1}", false),
  ])
  func `a page is told from a text by its beginning`(text: String, isPage: Bool) {
    #expect(WebPage.isPage(Array(text.utf8)) == isPage)
  }

  @Test(arguments: ["", "<html></html>", "<html><script>x</script></html>"])
  func `a page without a text is none`(text: String) {
    #expect(WebPage(Array(text.utf8)) == nil)
  }
}

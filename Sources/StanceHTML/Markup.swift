internal import CLibXML2

/// A page as a tree of values, in the order of the text.
struct Markup {
  struct Node {
    /// The name of the element in lower case, or nil of a run of text.
    var element: String?
    var text = ""
    var attributes: [String: String] = [:]
    var parent: Int?
    /// The number behind the last node below this one.
    var end = 0
  }

  private(set) var nodes: [Node] = []

  /// Parses a page with libxml2, which mends what is broken. Nil where there is no page at all.
  ///
  /// - Parameter isUTF8: whether the bytes are known to be UTF-8, whatever the page says.
  init?(_ bytes: [UInt8], isUTF8: Bool) {
    guard let document = MarkupDocument(bytes, isUTF8: isUTF8) else { return nil }
    nodes = document.nodes()
    guard !nodes.isEmpty else { return nil }
  }

  func attribute(_ name: String, of node: Int) -> String? { nodes[node].attributes[name] }

  /// The numbers of the nodes below one.
  func below(_ node: Int) -> Range<Int> { node + 1..<nodes[node].end }

  /// All text below a node, as it stands.
  func text(of node: Int) -> String { below(node).map { nodes[$0].text }.joined() }
}

/// A parsed document of libxml2, freed with its owner. Nothing points into it from outside.
@safe private struct MarkupDocument: ~Copyable {
  private let document: htmlDocPtr

  init?(_ bytes: [UInt8], isUTF8: Bool) {
    let parsed = unsafe bytes.withUnsafeBytes { buffer in
      unsafe htmlReadMemory(
        buffer.bindMemory(to: CChar.self).baseAddress, CInt(clamping: buffer.count), nil,
        isUTF8 ? "UTF-8" : nil, stance_html_options())
    }
    guard let parsed = unsafe parsed else { return nil }
    unsafe document = parsed
  }

  deinit { unsafe xmlFreeDoc(document) }

  /// The elements and texts in document order. Without recursion: pages may nest as they like.
  func nodes() -> [Markup.Node] {
    var nodes: [Markup.Node] = []
    var open: [Int] = []
    var next = unsafe xmlDocGetRootElement(document)
    while let node = unsafe next {
      var hasOpened = false
      if let value = unsafe value(of: node) {
        var value = value
        value.parent = open.last
        if value.element != nil { open.append(nodes.count) }
        hasOpened = value.element != nil
        nodes.append(value)
        nodes[nodes.count - 1].end = nodes.count
      }
      if hasOpened, let child = unsafe node.pointee.children {
        unsafe next = child
      } else {
        if hasOpened { open.removeLast() }
        unsafe next = follower(of: node, &open, &nodes)
      }
    }
    return nodes
  }

  /// The node after one that is finished, on its level or above.
  private func follower(
    of node: xmlNodePtr, _ open: inout [Int], _ nodes: inout [Markup.Node]
  ) -> xmlNodePtr? {
    var current = unsafe node
    while true {
      if let sibling = unsafe current.pointee.next { return unsafe sibling }
      guard let parent = unsafe current.pointee.parent, let number = open.popLast() else {
        return nil
      }
      nodes[number].end = nodes.count
      unsafe current = parent
    }
  }

  private func value(of node: xmlNodePtr) -> Markup.Node? {
    switch unsafe node.pointee.type {
    case XML_ELEMENT_NODE:
      var value = Markup.Node(element: unsafe text(node.pointee.name).lowercased())
      var attribute = unsafe node.pointee.properties
      while let found = unsafe attribute {
        let content = unsafe found.pointee.children.map { unsafe text($0.pointee.content) }
        unsafe value.attributes[text(found.pointee.name).lowercased()] = content ?? ""
        unsafe attribute = found.pointee.next
      }
      return value
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      return Markup.Node(text: unsafe text(node.pointee.content))
    default: return nil
    }
  }

  private func text(_ characters: UnsafePointer<xmlChar>?) -> String {
    guard let characters = unsafe characters else { return "" }
    return unsafe String(cString: characters)
  }

  private func text(_ characters: UnsafeMutablePointer<xmlChar>?) -> String {
    unsafe text(UnsafePointer(characters))
  }
}

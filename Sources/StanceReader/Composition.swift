extension StanceOperator {
  /// What becomes of the stance of the inner verb, or of an inner verb without one.
  ///
  /// Two bits are kept, relation and polarity; what cannot be told is no stance. The table follows
  /// the implicative signatures of Karttunen (1971): refuse and fail deny what follows, agree,
  /// offer and want take a stance towards it, continue leaves it as it is.
  ///
  /// - Parameters:
  ///   - inner: The verdict of the verb in the complement.
  ///   - plain: The stance towards the complement itself, whose relation is not looked at.
  ///   - isNegated: Whether the operator is denied: `did not refuse`.
  func compose(_ inner: Verdict, plain: Finding, isNegated: Bool) -> Verdict {
    switch inner {
    case .silent: return .silent
    case .stances(let findings):
      let composed = findings.compactMap { finding in
        applied(to: finding, isNegated).map { strengthened($0, by: plain) }
      }
      return composed.isEmpty ? .silent : .stances(composed)
    case .none: return onPlain(plain, isNegated).map { .stances([$0]) } ?? .none
    }
  }

  private func strengthened(_ finding: Finding, by outer: Finding) -> Finding {
    var finding = finding
    finding.strength *= outer.strength
    finding.chain += 1
    finding.cue = "\(outer.cue) … \(finding.cue)"
    return finding
  }

  private func applied(to inner: Finding, _ isNegated: Bool) -> Finding? {
    switch self {
    case .accept, .offer, .want, .intend, .continue: return inner.flipped(if: isNegated)
    case .fail, .deny: return inner.flipped(if: !isNegated)
    case .exclude where isNegated && inner.relation != .supports: return nil
    case .refuse, .exclude:
      if inner.relation == .supports {
        guard inner.polarity == .affirmed else { return nil }
        return inner.with(.rejects, isNegated ? .negated : .affirmed)
      }
      return inner.flipped(if: !isNegated)
    }
  }

  private func onPlain(_ plain: Finding, _ isNegated: Bool) -> Finding? {
    let polarity: Polarity = isNegated ? .negated : .affirmed
    switch self {
    case .refuse, .exclude: return plain.with(.rejects, polarity)
    case .accept: return plain.with(.supports, polarity)
    case .offer: return plain.with(.proposes, polarity)
    case .want: return plain.with(isNegated ? .supports : .proposes, polarity)
    case .intend, .continue, .fail, .deny: return nil
    }
  }
}

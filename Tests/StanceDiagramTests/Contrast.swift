import Foundation

@testable import StanceDiagram

/// How far colours are apart for an eye.
enum Contrast {
  /// The ratio of luminances of WCAG 2, from 1 to 21.
  static func ratio(_ one: Color, _ other: Color) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The distance in CIE L*a*b* (1976): 2.3 is just seen.
  static func distance(_ one: Color, _ other: Color) -> Double {
    let (a, b) = (lab(linear(one)), lab(linear(other)))
    return zip(a, b).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }

  private static func luminance(_ color: Color) -> Double {
    zip([0.2126, 0.7152, 0.0722], linear(color)).map(*).reduce(0, +)
  }

  /// Red, green and blue as shares of light.
  private static func linear(_ color: Color) -> [Double] {
    let value = Int(color.hex.dropFirst(), radix: 16) ?? 0
    return [value >> 16, value >> 8 & 0xFF, value & 0xFF].map { part in
      let share = Double(part) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
  }

  private static func lab(_ light: [Double]) -> [Double] {
    let rows = [
      [0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505],
    ]
    let white = [0.9505, 1, 1.089]
    let parts = zip(rows, white).map { row, white in
      let share = zip(row, light).map(*).reduce(0, +) / white
      return share > 0.008856 ? cbrt(share) : 7.787 * share + 16 / 116
    }
    return [
      116 * parts[1] - 16, 500 * (parts[0] - parts[1]), 200 * (parts[1] - parts[2]),
    ]
  }
}

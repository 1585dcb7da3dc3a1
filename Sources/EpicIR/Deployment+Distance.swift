import EpicBase

extension Deployment {
  /// The members of a tier in order of their distance from a site, the nearest first. A member whose place is not known
  /// comes behind the others; members at equal distance stay in written order.
  package func nearestFirst(_ members: [TierMember], from site: RowID<Site>) -> [TierMember] {
    let origin = UnitVector(sites[site].coordinates)
    let distances = members.map { member -> Double in
      guard case .kubernetes(let service) = member.source, let place = clusters[service.cluster].coordinates else {
        return .infinity
      }
      return origin.squaredChord(to: UnitVector(place))
    }
    let order = members.indices.sorted { left, right in
      distances[left] == distances[right] ? left < right : distances[left] < distances[right]
    }
    return order.map { members[$0] }
  }
}

/// A point on the unit sphere. Chords order distances as great circles do, without an inverse function.
package struct UnitVector: Sendable {
  let x: Double
  let y: Double
  let z: Double

  package init(_ place: Coordinates) {
    let latitude = place.latitude.double * .pi / 180
    let longitude = place.longitude.double * .pi / 180
    let (sinLatitude, cosLatitude) = Self.sineAndCosine(latitude)
    let (sinLongitude, cosLongitude) = Self.sineAndCosine(longitude)
    x = cosLatitude * cosLongitude
    y = cosLatitude * sinLongitude
    z = sinLatitude
  }

  /// Square of the straight line to another point, from 0 to 4.
  package func squaredChord(to other: UnitVector) -> Double {
    let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
    return dx * dx + dy * dy + dz * dz
  }

  /// By Taylor's series, in IEEE arithmetic only: the same bits on every machine, which a C library does not promise.
  /// Angles lie in ±π, where thirty terms leave an error far below a metre.
  private static func sineAndCosine(_ angle: Double) -> (Double, Double) {
    var sine = 0.0
    var cosine = 0.0
    var term = 1.0
    for power in 0..<30 {
      switch power % 4 {
      case 0: cosine += term
      case 1: sine += term
      case 2: cosine -= term
      default: sine -= term
      }
      term *= angle / Double(power + 1)
    }
    return (sine, cosine)
  }
}

import EpicArtifact
import EpicBase
import EpicDiagnostics
import EpicIR

/// Reports what DNS, or an update of it, cannot express.
struct ZoneChecker {
  /// Names of a zone above which its first claim takes so many messages that others can see a part of it.
  static let manyNames = 2_500
  /// Names that a zone may answer by place: each has an answer for every country, which the name server keeps in memory.
  static let maximumNearestNames = 2_500
  /// Most names of a zone.
  static let maximumNames = 25_000
  /// Longest name that leaves room for `_epic.` in the 253 bytes of a name's text (RFC 1035 section 2.3.4).
  static let maximumNameBytes = 253 - 6
  /// Largest time to live (RFC 2181 section 8), in seconds.
  static let maximumSeconds: UInt64 = 0x7FFF_FFFF

  private let deployment: Deployment

  init(_ deployment: Deployment) { self.deployment = deployment }

  func check(reporting sink: inout DiagnosticSink) {
    for (index, zone) in deployment.zones.enumerated() {
      let id = RowID<Zone>(UInt32(index))
      checkPath(of: zone, reporting: &sink)
      var distinct = 0
      var nearest = 0
      var previous: String?
      // The zone's time to live is one mistake, however many names have it.
      var hasUsableTime = true
      for published in deployment.publishedNames(in: id) {
        let publication = published.publication
        if publication.name == previous { continue }
        previous = publication.name
        distinct += 1
        check(publication, of: zone, &hasUsableTime, reporting: &sink)
        if distinct == ZoneChecker.maximumNames + 1 { reportTooMany(publication, zone, reporting: &sink) }
        if !publication.isNearest || !zone.answersByPlace { continue }
        nearest += 1
        check(nearest: publication, of: zone, reporting: &sink)
        if nearest == ZoneChecker.maximumNearestNames + 1 { reportTooManyNearest(publication, zone, reporting: &sink) }
      }
      if distinct > ZoneChecker.manyNames && distinct <= ZoneChecker.maximumNames {
        reportMany(id, distinct, reporting: &sink)
      }
    }
  }

  private func checkPath(of zone: Zone, reporting sink: inout DiagnosticSink) {
    let path = "\(Target.zone(zone.name).folder)/\(RecordSetsFile.fileName)"
    guard let fault = ArtifactPath.fault(in: path) else { return }
    sink.report(
      Diagnostic(
        .resourceNameTooLong, "the artifact `\(path)` \(fault)", at: zone.origin.span,
        help: "publish in a zone with a shorter name"))
  }

  private func check(
    _ publication: Publication, of zone: Zone, _ hasUsableTime: inout Bool, reporting sink: inout DiagnosticSink
  ) {
    if publication.name.utf8.count > ZoneChecker.maximumNameBytes {
      sink.report(
        Diagnostic(
          .nameTooLongForMarker,
          "the name `\(publication.name)` is longer than the \(ZoneChecker.maximumNameBytes) bytes that leave room for its owner marker `_epic.…`",
          at: publication.origin.span))
    }
    let ttl = publication.ttl
    if !hasUsableTime { return }
    if ttl.milliseconds % 1000 != 0 || ttl.milliseconds / 1000 > ZoneChecker.maximumSeconds {
      hasUsableTime = false
      sink.report(
        Diagnostic(
          .unusableTimeToLive,
          "the time to live `\(ttl)` is not a number of whole seconds up to \(ZoneChecker.maximumSeconds)",
          at: publication.origin.span, secondary: [Annotation(zone.origin.span, "says it for its names")],
          help: "write whole seconds"))
    }
  }

  private func check(nearest publication: Publication, of zone: Zone, reporting sink: inout DiagnosticSink) {
    guard publication.name.utf8.count > GeoAnswersFile.maximumNameBytes else { return }
    sink.report(
      Diagnostic(
        .nameTooLongForGeoFile,
        "the name `\(publication.name)` is longer than the \(GeoAnswersFile.maximumNameBytes) bytes that a file of answers by place takes",
        at: publication.origin.span, secondary: [Annotation(zone.origin.span, "has `geo file`")],
        help: "publish it without `nearest`, or a shorter name"))
  }

  private func reportTooManyNearest(_ publication: Publication, _ zone: Zone, reporting sink: inout DiagnosticSink) {
    sink.report(
      Diagnostic(
        .tooManyPublishedNames,
        "more than \(ZoneChecker.maximumNearestNames) names are published `nearest` in the zone `\(zone.name)`",
        at: publication.origin.span, label: "the first one too many",
        secondary: [Annotation(zone.origin.span, "the zone")],
        help: "publish a part of them without `nearest`, or in zones of their own"))
  }

  private func reportTooMany(_ publication: Publication, _ zone: Zone, reporting sink: inout DiagnosticSink) {
    sink.report(
      Diagnostic(
        .tooManyPublishedNames,
        "more than \(ZoneChecker.maximumNames) names are published in the zone `\(zone.name)`",
        at: publication.origin.span, label: "the first one too many",
        secondary: [Annotation(zone.origin.span, "the zone")], help: "publish a part of them in zones of their own"))
  }

  private func reportMany(_ id: RowID<Zone>, _ count: Int, reporting sink: inout DiagnosticSink) {
    let zone = deployment.zones[id]
    let messages = FirstClaim(RecordSetsFile(deployment, zone: id)).messages().count
    sink.report(
      Diagnostic(
        .manyPublishedNames,
        "the \(count) names published in the zone `\(zone.name)` are claimed in \(messages) updates, one after the other",
        at: zone.origin.span, notes: ["each name appears whole or not at all; the zone as a whole does not"]))
  }
}

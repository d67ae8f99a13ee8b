package pairdesk.matching.veto;

import java.util.ArrayList;
import java.util.List;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.text.Kind;

/** All vetoes. */
public final class Vetoes {
  private static final List<Veto> ALL =
      List.of(
          new PlaceholderVeto(),
          new DateVeto(),
          new TouchOrLevelVeto(),
          new ThresholdVeto(),
          new SeasonVeto(),
          new GameVeto(),
          new RoleOrderVeto(),
          new OtherThingVeto("event type", Kind.ACTION),
          new OtherThingVeto("stage", Kind.STAGE),
          new NarrowerStageVeto(),
          new NarrowerVeto(),
          new OfficeOrDeedVeto(),
          new AfterElectionVeto(),
          new RuledThingVeto("competition", Kind.COMPETITION),
          new RuledThingVeto("station", Kind.STATION),
          new OtherThingVeto("competition", Kind.COMPETITION),
          new OtherThingVeto("award", Kind.AWARD),
          new OtherThingVeto("statistic", Kind.STATISTIC),
          new OtherThingVeto("market type", Kind.MARKET),
          new OtherThingVeto("rank", Kind.RANK),
          new OtherThingVeto("office", Kind.OFFICE),
          new OtherThingVeto("district", Kind.DISTRICT),
          new OtherThingVeto("station", Kind.STATION),
          new OtherThingVeto("state", Kind.STATE),
          new OtherThingVeto("country", Kind.COUNTRY),
          new OtherThingVeto("place", Kind.CITY),
          new OtherThingVeto("asset", Kind.ASSET),
          new OtherThingVeto("subject", Kind.TEAM),
          new OtherThingVeto("subject", Kind.PARTY),
          new OtherThingVeto("subject", Kind.COMPANY),
          new OtherThingVeto("subject", Kind.PERSON),
          new OtherNameVeto(),
          new FirstNameVeto(),
          new OutcomeVeto());

  private Vetoes() {}

  /** Whether anything speaks against the pair. */
  public static boolean any(Comparison pair) {
    for (Veto veto : ALL) {
      if (veto.objection(pair).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** In a fixed order; empty when nothing speaks against the pair. */
  public static List<Objection> against(Comparison pair) {
    List<Objection> objections = new ArrayList<>();
    for (Veto veto : ALL) {
      veto.objection(pair).ifPresent(reason -> objections.add(new Objection(veto.name(), reason)));
    }
    return List.copyOf(objections);
  }
}

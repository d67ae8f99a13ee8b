package pairdesk.bot.sim;

import java.time.Duration;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.engine.venue.VenueStatus;

/** What the adapter of a venue tells of its order path: bad once an answer says so, then probed. */
final class Health {
  private static final Duration PROBE = Duration.ofSeconds(2);

  private final World world;
  private final House house;
  private VenueStatus.Health told = VenueStatus.Health.UP;

  Health(World world, House house) {
    this.world = world;
    this.house = house;
  }

  void answered(SubmitOutcome outcome) {
    boolean bad =
        switch (outcome) {
          case SubmitOutcome.Rejected(var code, _) ->
              code == RejectCode.VENUE_PAUSED || code == RejectCode.VENUE_RESTARTING;
          case SubmitOutcome.NotSent(var reason) -> reason.startsWith("425");
          case SubmitOutcome.Accepted _, SubmitOutcome.Unknown _ -> false;
        };
    if (bad && told == VenueStatus.Health.UP) {
      world
          .sometimes()
          .saw(
              house.id().equals(pairdesk.engine.market.VenueId.KALSHI)
                  ? Sometimes.Event.PAUSED
                  : Sometimes.Event.RESTARTING);
      look();
    }
  }

  /** A process that starts is told how it stands. */
  void told() {
    told = house.health();
    tell();
    if (told != VenueStatus.Health.UP) {
      world.time().after(PROBE, "probe", this::look);
    }
  }

  private void look() {
    VenueStatus.Health now = house.health();
    if (now != told) {
      told = now;
      tell();
    }
    if (now != VenueStatus.Health.UP) {
      world.time().after(PROBE, "probe", this::look);
    }
  }

  private void tell() {
    world
        .desk()
        .hear(
            new EngineEvent.VenueChanged(
                new VenueStatus(
                    house.id(),
                    VenueStatus.Part.TRADING,
                    told,
                    told == VenueStatus.Health.UP ? "" : "the order path answers " + told,
                    world.time().instant())));
  }
}

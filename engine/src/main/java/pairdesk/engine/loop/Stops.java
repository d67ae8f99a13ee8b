package pairdesk.engine.loop;

import java.util.List;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.risk.BreakerFact;
import pairdesk.engine.risk.BreakerState;
import pairdesk.engine.risk.Breakers;
import pairdesk.engine.risk.Limits;

/** What stops one account by itself: its breakers, and what they do when they trip. */
interface Stops {
  /** What counts for this account now. */
  Breakers breakers();

  /** What this account's own facts have tripped, by the names that people know. */
  List<BreakerState> tripped();

  /** Lets the breakers look at a fact and does what they want done. */
  void on(BreakerFact fact, Turn turn);

  /** One of our own rules about ourselves does not hold: everything new stops. Told once. */
  void invariantBroken(String what, Turn turn);

  /** The account of this venue is to be read before it is trusted. */
  void doubtful(VenueId venue);

  /** These limits hold from now on. */
  void limited(Limits limits);

  /** When a breaker wants to be looked at again. */
  void look(Turn turn);
}

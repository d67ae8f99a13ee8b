package pairdesk.bot.app;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.bot.console.Matches;
import pairdesk.bot.notify.Notices;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.operator.Actor;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.persistence.Pairs;

/**
 * Follows the catalogues for the engine: it hears of the markets that pairs and positions need, and
 * an approved pair whose rules were edited is suspended until a person looks again.
 */
final class PairWatch implements Catalogs.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(PairWatch.class);
  private static final Actor MATCHER = new Actor("system:rules", "rules watch");

  private final Parts parts;
  private final Set<MarketId> wanted = ConcurrentHashMap.newKeySet();

  record Parts(
      Pairs pairs,
      MatchDesk matches,
      Consumer<Market> listed,
      Consumer<EngineEvent> inbox,
      Notices notices,
      InstantSource clock) {}

  PairWatch(Parts parts, Set<MarketId> wanted) {
    this.parts = parts;
    this.wanted.addAll(wanted);
  }

  /** From now on the engine is told of these markets; what is known of them it is told at once. */
  void want(List<Optional<Market>> known, Pair pair) {
    wanted.add(pair.left());
    wanted.add(pair.right());
    known.stream().flatMap(Optional::stream).forEach(parts.listed());
  }

  @Override
  public void listed(Market market) {
    if (Catalogs.isOpen(market)) {
      parts.matches().replace(market.listing());
    } else {
      parts.matches().remove(market.id());
    }
    if (wanted.contains(market.id())) {
      parts.listed().accept(market);
    }
  }

  @Override
  public boolean gone(MarketId market) {
    parts.matches().remove(market);
    return wanted.contains(market);
  }

  /**
   * Looks at every pair each time: an edit that came while the desk was down, while a venue or the
   * database was away, is found with the next reading.
   */
  @Override
  public void read() {
    for (Pairs.Listed listed :
        parts.pairs().list(EnumSet.of(PairStatus.APPROVED, PairStatus.PAUSED), 10_000)) {
      check(listed.pair(), parts.matches());
    }
  }

  private void check(Pair pair, Matches matches) {
    if (pair.status() == PairStatus.APPROVED && pair.isEnded(parts.clock().instant())) {
      suspend(pair, "its approval has ended", "The approval has ended: approve the pair again.");
      return;
    }
    boolean same =
        matches
            .compare(pair.left(), pair.right())
            .map(now -> now.rulesHash().equals(pair.rulesHash()))
            .orElse(true);
    if (!same) {
      suspend(
          pair,
          "a rule text was edited after approval",
          "A rule text was edited after the approval: look at the pair again.");
    }
  }

  private void suspend(Pair pair, String note, String told) {
    LOG.atWarn().addKeyValue("pair", pair.id()).addKeyValue("why", note).log("pair suspended");
    var decided =
        parts
            .pairs()
            .decide(
                new Pairs.Decision(
                    pair.id(),
                    EnumSet.of(PairStatus.APPROVED, PairStatus.PAUSED),
                    PairStatus.SUSPENDED,
                    "",
                    note,
                    new Pairs.Request(MATCHER, "catalogue", "")),
                parts.clock().instant());
    if (decided instanceof Pairs.Decided.Done(var suspended)) {
      parts
          .inbox()
          .accept(
              new EngineEvent.OperatorAsked(
                  new OperatorRequest.ChangePair(suspended, MATCHER), reply -> {}));
      parts.notices().tell(new Notice.PairChanged(suspended, told, parts.clock().instant()));
    }
  }
}

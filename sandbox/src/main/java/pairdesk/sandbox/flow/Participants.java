package pairdesk.sandbox.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Quantity;
import pairdesk.sandbox.catalogue.Asks;
import pairdesk.sandbox.catalogue.Catalogue;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.BookView;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.ExchangeEvent;
import pairdesk.sandbox.exchange.ExchangeEvent.MarketChange;
import pairdesk.sandbox.exchange.Level;
import pairdesk.sandbox.exchange.Lifetime;
import pairdesk.sandbox.exchange.MarketState;
import pairdesk.sandbox.exchange.OrderIds;
import pairdesk.sandbox.exchange.OrderOptions;
import pairdesk.sandbox.exchange.OrderTerms;
import pairdesk.sandbox.exchange.Side;

/**
 * Quotes and trades in every market of the catalogue, opens gaps between the pairs and answers the
 * questions when their markets close. All its work is entered with the exchange and done under the
 * exchange's lock.
 */
public final class Participants {
  /** How soon makers notice that somebody took their quotes. */
  private static final Duration REACTION = Duration.ofMillis(1_500);

  private static final Duration BEHIND = Duration.ofSeconds(5);

  private final Exchange exchange;
  private final Catalogue catalogue;
  private final FlowSettings settings;
  private final SplittableRandom random;
  private final Beliefs beliefs;
  private final Outcomes outcomes;
  private final Map<MarketId, Maker> makers = new LinkedHashMap<>();
  private final Gaps gaps;
  private final Set<MarketId> stopped = new ConcurrentSkipListSet<>();
  private volatile boolean allStopped;

  public Participants(Exchange exchange, Catalogue catalogue, FlowSettings settings) {
    this.exchange = exchange;
    this.catalogue = catalogue;
    this.settings = settings;
    this.random = new SplittableRandom(settings.seed());
    this.beliefs = new Beliefs(random.split());
    this.outcomes = new Outcomes(beliefs, random.split());
    this.gaps = new Gaps(makers, random.split());
    catalogue.kalshi().forEach(l -> believe(l.id()));
    catalogue.polymarket().forEach(l -> believe(l.id()));
    catalogue.kalshi().forEach(l -> make(l.id()));
    catalogue.polymarket().forEach(l -> make(l.id()));
  }

  private void believe(MarketId market) {
    beliefs.add(asks(market).question());
  }

  private void make(MarketId market) {
    Asks asks = asks(market);
    makers.put(market, new Maker(market, asks, beliefs.chance(asks.question()), random.split()));
  }

  private Asks asks(MarketId market) {
    Asks asks = catalogue.asks().get(market);
    if (asks == null) {
      throw new IllegalArgumentException("listed without a question: " + market);
    }
    return asks;
  }

  /** Begins to quote at once and goes on for good. */
  public void start() {
    exchange.listen(this::notice);
    Instant now = exchange.clock().instant();
    repeat(now, () -> exchange.clock().scaled(Duration.ofSeconds(1)), () -> beliefs.step(1));
    for (Maker maker : makers.values()) {
      exchange.at(now, () -> quote(maker));
      repeat(
          now.plus(within(settings.step())),
          () -> exchange.clock().scaled(settings.step()),
          () -> quote(maker));
      repeat(
          now.plus(waitingTime(settings.betweenTrades())),
          () -> waitingTime(settings.betweenTrades()),
          () -> trade(maker.market));
    }
    for (Catalogue.TruePair pair : catalogue.truePairs()) {
      repeat(
          now.plus(waitingTime(settings.betweenGaps())),
          () -> waitingTime(settings.betweenGaps()),
          () -> gaps.open(pair, exchange.clock().instant(), exchange.clock().speedPercent()));
    }
  }

  /** Nobody quotes in this market any more; what rests is taken away. */
  public void stop(MarketId market) {
    if (stopped.add(market)) {
      withdraw(market);
    }
  }

  public void resume(MarketId market) {
    stopped.remove(market);
  }

  /** Books stay as they are: nobody moves until {@link #resumeAll}. */
  public void freezeAll() {
    allStopped = true;
  }

  public void resumeAll() {
    allStopped = false;
    stopped.clear();
  }

  private void withdraw(MarketId market) {
    exchange.quote(market, List.of(), List.of());
  }

  private void repeat(Instant due, Supplier<Duration> pause, Runnable work) {
    exchange.at(
        due,
        () -> {
          if (!allStopped) {
            work.run();
          }
          Instant next = due.plus(pause.get());
          Instant now = exchange.clock().instant();
          // After a standstill the missed rounds are left out.
          repeat(next.isBefore(now.minus(BEHIND)) ? now : next, pause, work);
        });
  }

  private void quote(Maker maker) {
    MarketState state = exchange.market(maker.market).orElseThrow();
    if (state.isTrading() && !stopped.contains(maker.market)) {
      maker.look(beliefs.chance(maker.asks.question()), exchange.clock().instant());
      exchange.quote(maker.market, maker.bids(state.grid()), maker.asks(state.grid()));
    }
  }

  /** A small order at the touch, so that there are trades and resting orders get filled. */
  private void trade(MarketId market) {
    if (stopped.contains(market)) {
      return;
    }
    BookView book = exchange.book(market);
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    var levels = side == Side.BUY ? book.asks() : book.bids();
    if (levels.isEmpty()) {
      return;
    }
    Level touch = levels.getFirst();
    var terms =
        new OrderTerms(
            market,
            Outcome.YES,
            side,
            touch.price(),
            Quantity.ofShares(5 + random.nextInt(60)),
            new Lifetime.ImmediateOrCancel(),
            OrderOptions.NONE);
    exchange.place(AccountId.crowd(market.venue()), OrderIds.client(""), terms);
  }

  private void notice(ExchangeEvent event) {
    switch (event) {
      case ExchangeEvent.Filled filled -> noticed(filled.fill().deal().market());
      case ExchangeEvent.MarketChanged(var state, var change, _) -> {
        if (change == MarketChange.CLOSED) {
          answer(state.spec().id());
        }
      }
      case ExchangeEvent.LevelChanged _,
          ExchangeEvent.Traded _,
          ExchangeEvent.TradeAdvanced _,
          ExchangeEvent.OrderChanged _,
          ExchangeEvent.PositionChanged _,
          ExchangeEvent.GroupChanged _ -> {}
    }
  }

  private void noticed(MarketId market) {
    Maker maker = makers.get(market);
    if (maker != null) {
      maker.noticeBy(exchange.clock().instant().plus(exchange.clock().scaled(REACTION)));
    }
  }

  private void answer(MarketId market) {
    Asks asks = catalogue.asks().get(market);
    if (asks != null) {
      Instant due = exchange.clock().instant().plus(exchange.clock().scaled(settings.resolution()));
      exchange.at(due, () -> resolve(market, asks));
    }
  }

  /** A market that was resolved by hand in the meantime stays as it is. */
  private void resolve(MarketId market, Asks asks) {
    boolean open = exchange.market(market).orElseThrow().value() == null;
    if (open) {
      exchange.resolve(market, outcomes.yesPays(asks));
    }
  }

  private Duration within(Duration span) {
    return Duration.ofMillis(random.nextLong(Math.max(1, span.toMillis())));
  }

  private Duration waitingTime(Duration mean) {
    double wait = -Math.log(1 - random.nextDouble()) * mean.toMillis();
    return exchange.clock().scaled(Duration.ofMillis(Math.max(50, Math.round(wait))));
  }
}

package pairdesk.engine.risk;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import pairdesk.engine.money.Decimals;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;
import pairdesk.engine.risk.BreakerLimits.Failures;
import pairdesk.engine.risk.BreakerLimits.Lag;
import pairdesk.engine.risk.BreakerLimits.Latency;
import pairdesk.engine.risk.BreakerLimits.Losses;
import pairdesk.engine.risk.BreakerLimits.Orders;
import pairdesk.engine.risk.BreakerLimits.Recovery;
import pairdesk.engine.risk.Limits.Capital;
import pairdesk.engine.risk.Limits.Committed;
import pairdesk.engine.risk.Limits.Data;
import pairdesk.engine.risk.Limits.Open;
import pairdesk.engine.risk.Limits.Quality;
import pairdesk.engine.risk.Limits.Timing;

/**
 * A limit of the gate or of a breaker that people may change while the desk runs. Values are whole
 * numbers of the unit's smallest part. A breaker goes on from what it has counted, and one that is
 * tripped stays so: a looser limit does not reset it.
 */
@SuppressWarnings("ImmutableEnumChecker") // its functions keep nothing
public enum Dial {
  ONE_TRADE(
      Unit.DOLLARS,
      Bolder.HIGHER,
      l -> l.capital().oneTrade().dollars().e6(),
      (l, v) -> oneTrade(l, cap -> dollars(cap, v))),
  ONE_TRADE_SHARE(
      Unit.PERCENT,
      Bolder.HIGHER,
      l -> l.capital().oneTrade().ofCapital().bps(),
      (l, v) -> oneTrade(l, cap -> new Cap(cap.dollars(), ratio(v)))),
  ONE_MARKET(
      Unit.DOLLARS,
      Bolder.HIGHER,
      l -> l.capital().committed().market().e6(),
      (l, v) -> committed(l, c -> new Committed(Usd.ofE6(v), c.event(), c.total(), c.strike()))),
  ONE_EVENT(
      Unit.PERCENT,
      Bolder.HIGHER,
      l -> l.capital().committed().event().bps(),
      (l, v) -> committed(l, c -> new Committed(c.market(), ratio(v), c.total(), c.strike()))),
  ONE_STRIKE(
      Unit.PERCENT,
      Bolder.HIGHER,
      l -> l.capital().committed().strike().bps(),
      (l, v) -> committed(l, c -> new Committed(c.market(), c.event(), c.total(), ratio(v)))),
  ALL_OPEN(
      Unit.PERCENT,
      Bolder.HIGHER,
      l -> l.capital().committed().total().bps(),
      (l, v) -> committed(l, c -> new Committed(c.market(), c.event(), ratio(v), c.strike()))),
  FIRST_TRADE(
      Unit.DOLLARS,
      Bolder.HIGHER,
      l -> l.capital().firstTrade().e6(),
      (l, v) -> capital(l, c -> c.withFirstTrade(Usd.ofE6(v)))),
  UNHEDGED(
      Unit.DOLLARS,
      Bolder.HIGHER,
      l -> l.capital().open().unhedged().dollars().e6(),
      (l, v) -> open(l, o -> o.withUnhedged(dollars(o.unhedged(), v)))),
  OPEN_RISK(
      Unit.DOLLARS,
      Bolder.HIGHER,
      l -> l.capital().open().openRisk().dollars().e6(),
      (l, v) -> open(l, o -> o.withOpenRisk(dollars(o.openRisk(), v)))),
  PROVISIONAL(
      Unit.DOLLARS,
      Bolder.HIGHER,
      l -> l.capital().open().provisional().dollars().e6(),
      (l, v) -> open(l, o -> o.withProvisional(dollars(o.provisional(), v)))),
  PARTIAL_LOSS(
      Unit.DOLLARS,
      Bolder.HIGHER,
      l -> l.capital().open().partialLoss().dollars().e6(),
      (l, v) -> open(l, o -> o.withPartialLoss(dollars(o.partialLoss(), v)))),
  SLIPPAGE(
      Unit.PERCENT,
      Bolder.HIGHER,
      l -> l.quality().maxSlippage().bps(),
      (l, v) -> quality(l, q -> q.withMaxSlippage(ratio(v)))),
  BOOK_AGE(
      Unit.SECONDS,
      Bolder.HIGHER,
      l -> l.quality().maxBookAge().toMillis(),
      (l, v) -> quality(l, q -> q.withMaxBookAge(Duration.ofMillis(v)))),
  TOO_GOOD(
      Unit.PERCENT,
      Bolder.HIGHER,
      l -> l.data().tooGood().bps(),
      (l, v) -> data(l, d -> new Data(d.minLiquidity(), d.missingLiquidity(), ratio(v)))),
  LIQUIDITY(
      Unit.DOLLARS,
      Bolder.LOWER,
      l -> l.data().minLiquidity().e6(),
      (l, v) -> data(l, d -> new Data(Usd.ofE6(v), d.missingLiquidity(), d.tooGood()))),
  FREEZE(
      Unit.SECONDS,
      Bolder.LOWER,
      l -> l.timing().freeze().toMillis(),
      (l, v) ->
          timing(l, t -> new Timing(Duration.ofMillis(v), t.hedgeDeadline(), t.confirmation()))),
  DAY_LOSS(
      Unit.DOLLARS,
      Bolder.HIGHER,
      l -> l.breakers().losses().day().dollars().e6(),
      (l, v) -> losses(l, b -> new Losses(dollars(b.day(), v), b.drawdown()))),
  DAY_LOSS_SHARE(
      Unit.PERCENT,
      Bolder.HIGHER,
      l -> l.breakers().losses().day().ofCapital().bps(),
      (l, v) -> losses(l, b -> new Losses(new Cap(b.day().dollars(), ratio(v)), b.drawdown()))),
  DRAWDOWN(
      Unit.PERCENT,
      Bolder.HIGHER,
      l -> l.breakers().losses().drawdown().bps(),
      (l, v) -> losses(l, b -> new Losses(b.day(), ratio(v)))),
  FAILURES(
      Unit.COUNT,
      Bolder.HIGHER,
      l -> l.breakers().failures().inARow(),
      (l, v) ->
          breakers(
              l,
              b ->
                  new BreakerLimits(
                      new Failures(count(v), b.failures().pause()),
                      b.losses(),
                      b.lag(),
                      b.orders()))),
  /** What it must fall below to let go follows it: four fifths. */
  LATENCY(
      Unit.SECONDS,
      Bolder.HIGHER,
      l -> l.breakers().lag().latency().p95().trip().toMillis(),
      (l, v) -> lag(l, b -> b.withLatency(latency(b.latency(), v, 4, 5)))),
  /** What it must fall below to let go follows it: a half. */
  CLOCK(
      Unit.SECONDS,
      Bolder.HIGHER,
      l -> l.breakers().lag().clock().trip().toMillis(),
      (l, v) -> lag(l, b -> b.withClock(tripping(b.clock(), v, 1, 2)))),
  JOURNAL(
      Unit.SECONDS,
      Bolder.HIGHER,
      l -> l.breakers().lag().journal().toMillis(),
      (l, v) -> lag(l, b -> b.withJournal(Duration.ofMillis(v)))),
  COMMIT(
      Unit.SECONDS,
      Bolder.HIGHER,
      l -> l.breakers().lag().commit().p95().trip().toMillis(),
      (l, v) -> lag(l, b -> b.withCommit(latency(b.commit(), v, 1, 1)))),
  UNKNOWN_ORDERS(
      Unit.COUNT,
      Bolder.HIGHER,
      l -> l.breakers().orders().unknownAtOneVenue(),
      (l, v) ->
          orders(
              l,
              o ->
                  new Orders(
                      count(v), o.unknownFor(), o.overPlan(), o.burst(), o.entriesPerMinute()))),
  UNKNOWN_FOR(
      Unit.SECONDS,
      Bolder.HIGHER,
      l -> l.breakers().orders().unknownFor().toMillis(),
      (l, v) ->
          orders(
              l,
              o ->
                  new Orders(
                      o.unknownAtOneVenue(),
                      Duration.ofMillis(v),
                      o.overPlan(),
                      o.burst(),
                      o.entriesPerMinute()))),
  ENTRIES_A_MINUTE(
      Unit.COUNT,
      Bolder.HIGHER,
      l -> l.breakers().orders().entriesPerMinute(),
      (l, v) ->
          orders(
              l,
              o ->
                  new Orders(
                      o.unknownAtOneVenue(), o.unknownFor(), o.overPlan(), o.burst(), count(v))));

  /** In what a limit is given. */
  public enum Unit {
    /** Counted in millionths. */
    DOLLARS(6),
    /** Counted in hundredths: basis points. */
    PERCENT(2),
    /** Counted in thousandths. */
    SECONDS(3),
    /** Counted one by one. */
    COUNT(0);

    private final int digits;

    Unit(int digits) {
      this.digits = digits;
    }

    private long parse(String text) {
      return Decimals.parse(text.replaceAll("[$%s, ]", ""), digits);
    }

    private String text(long value) {
      String plain = Decimals.format(value, digits, this == DOLLARS ? 2 : 0);
      return switch (this) {
        case DOLLARS -> "$" + plain;
        case PERCENT -> plain + " %";
        case SECONDS -> plain + " s";
        case COUNT -> plain;
      };
    }
  }

  private enum Bolder {
    HIGHER,
    LOWER
  }

  private final Unit unit;
  private final Bolder bolder;
  private final ToLongFunction<Limits> reading;
  private final BiFunction<Limits, Long, Limits> setting;

  Dial(
      Unit unit,
      Bolder bolder,
      ToLongFunction<Limits> reading,
      BiFunction<Limits, Long, Limits> setting) {
    this.unit = unit;
    this.bolder = bolder;
    this.reading = reading;
    this.setting = setting;
  }

  /** As people type it: {@code one-trade}. */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The limit of this title. */
  public static Optional<Dial> of(String title) {
    return Arrays.stream(values()).filter(dial -> dial.title().equals(title)).findFirst();
  }

  /** Where it stands, in the unit's smallest parts. */
  public long read(Limits limits) {
    return reading.applyAsLong(limits);
  }

  /**
   * The limits with this one changed.
   *
   * @throws IllegalArgumentException when it would limit nothing; the message names the limit
   */
  public Limits set(Limits limits, long value) {
    return setting.apply(limits, value);
  }

  /** Whether more may be risked at the second value than at the first. */
  public boolean isBolder(long from, long to) {
    return switch (bolder) {
      case HIGHER -> to > from;
      case LOWER -> to < from;
    };
  }

  /**
   * Reads what a person typed, with or without its unit: {@code $1,000}, {@code 2.5 %}, {@code 5}.
   *
   * @throws IllegalArgumentException when it is no number, or finer than the unit counts
   */
  public long parse(String text) {
    return unit.parse(text);
  }

  /** A value with its unit: {@code $1000.00}. */
  public String text(long value) {
    return unit.text(value);
  }

  private static Limits data(Limits all, UnaryOperator<Data> change) {
    return new Limits(
        change.apply(all.data()), all.quality(), all.capital(), all.timing(), all.breakers());
  }

  private static Limits quality(Limits all, UnaryOperator<Quality> change) {
    return new Limits(
        all.data(), change.apply(all.quality()), all.capital(), all.timing(), all.breakers());
  }

  private static Limits capital(Limits all, UnaryOperator<Capital> change) {
    return new Limits(
        all.data(), all.quality(), change.apply(all.capital()), all.timing(), all.breakers());
  }

  private static Limits timing(Limits all, UnaryOperator<Timing> change) {
    return new Limits(
        all.data(), all.quality(), all.capital(), change.apply(all.timing()), all.breakers());
  }

  private static Limits breakers(Limits all, UnaryOperator<BreakerLimits> change) {
    return new Limits(
        all.data(), all.quality(), all.capital(), all.timing(), change.apply(all.breakers()));
  }

  private static Limits losses(Limits all, UnaryOperator<Losses> change) {
    return breakers(
        all, b -> new BreakerLimits(b.failures(), change.apply(b.losses()), b.lag(), b.orders()));
  }

  private static Limits lag(Limits all, UnaryOperator<Lag> change) {
    return breakers(
        all, b -> new BreakerLimits(b.failures(), b.losses(), change.apply(b.lag()), b.orders()));
  }

  private static Limits orders(Limits all, UnaryOperator<Orders> change) {
    return breakers(
        all, b -> new BreakerLimits(b.failures(), b.losses(), b.lag(), change.apply(b.orders())));
  }

  /** With what it resets at in this proportion to what trips it. */
  private static Recovery tripping(Recovery all, long tripMillis, int parts, int of) {
    return new Recovery(
        Duration.ofMillis(tripMillis), Duration.ofMillis(tripMillis * parts / of), all.quiet());
  }

  private static Latency latency(Latency all, long tripMillis, int parts, int of) {
    return new Latency(
        tripping(all.p95(), tripMillis, parts, of), all.window(), all.samples(), all.inARow());
  }

  private static int count(long value) {
    return Math.toIntExact(value);
  }

  private static Limits open(Limits all, UnaryOperator<Open> change) {
    return capital(
        all,
        c ->
            new Capital(
                change.apply(c.open()),
                c.oneTrade(),
                c.firstTrade(),
                c.committed(),
                c.reportAge()));
  }

  private static Limits oneTrade(Limits all, UnaryOperator<Cap> change) {
    return capital(
        all,
        c ->
            new Capital(
                c.open(),
                change.apply(c.oneTrade()),
                c.firstTrade(),
                c.committed(),
                c.reportAge()));
  }

  private static Limits committed(Limits all, UnaryOperator<Committed> change) {
    return capital(
        all,
        c ->
            new Capital(
                c.open(),
                c.oneTrade(),
                c.firstTrade(),
                change.apply(c.committed()),
                c.reportAge()));
  }

  private static Cap dollars(Cap cap, long e6) {
    return new Cap(Usd.ofE6(e6), cap.ofCapital());
  }

  private static Ratio ratio(long bps) {
    return Ratio.ofBps(Math.toIntExact(bps));
  }
}

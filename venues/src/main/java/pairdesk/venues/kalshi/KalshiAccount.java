package pairdesk.venues.kalshi;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Decimals;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;
import pairdesk.engine.venue.AccountReader;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.AccountSnapshot.Cash;
import pairdesk.engine.venue.AccountSnapshot.Holding;
import pairdesk.engine.venue.AccountSnapshot.Part;
import pairdesk.engine.venue.AccountSnapshot.Payout;
import pairdesk.engine.venue.OrderUpdate;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.VenueException;

/** Our account on Kalshi, read whole: each part to its end, or not at all. */
public final class KalshiAccount implements AccountReader {
  private static final Logger LOG = LoggerFactory.getLogger(KalshiAccount.class);
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final long PRECISION_E6 = 100;

  /** How far the venue's clock may be from ours. */
  private static final Duration CLOCKS = Duration.ofSeconds(2);

  private final KalshiRest rest;
  private final InstantSource clock;
  private final KalshiEligibility eligibility;

  KalshiAccount(KalshiRest rest, InstantSource clock, KalshiEligibility eligibility) {
    this.rest = rest;
    this.clock = clock;
    this.eligibility = eligibility;
  }

  @Override
  public VenueId venue() {
    return VenueId.KALSHI;
  }

  @Override
  public AccountSnapshot read(Instant fillsSince) {
    Instant readAt = clock.instant();
    var complete = EnumSet.noneOf(Part.class);
    String since = "&min_ts=" + fillsSince.getEpochSecond();
    List<OrderUpdate> orders =
        list(
            new Source(Part.OPEN_ORDERS, "/portfolio/orders?status=resting&limit=1000", "orders"),
            row -> KalshiStates.update(KalshiCodec.order(row)),
            complete);
    List<Fill> fills =
        list(
            new Source(Part.FILLS, "/portfolio/fills?limit=1000" + since, "fills"),
            row -> KalshiFills.ofUnknown(KalshiCodec.fill(row), null),
            complete);
    List<Holding> holdings =
        list(
            new Source(
                Part.HOLDINGS,
                "/portfolio/positions?limit=1000&count_filter=position",
                "market_positions"),
            KalshiAccount::holding,
            complete);
    Instant cashAsked = clock.instant();
    List<Cash> cash = cash(complete);
    List<Payout> payouts =
        list(
            new Source(Part.PAYOUTS, "/portfolio/settlements?limit=200" + since, "settlements"),
            KalshiAccount::payout,
            complete);
    if (payouts.stream().anyMatch(paid -> paid.at().isAfter(cashAsked.minus(CLOCKS)))) {
      complete.remove(Part.CASH); // nobody knows whether that figure contains it already
    }
    return new AccountSnapshot(
        VenueId.KALSHI, readAt, cash, holdings, orders, fills, payouts, complete);
  }

  @Override
  public Duration clockOffset() {
    return rest.clockOffset();
  }

  @Override
  public Eligibility eligibility() {
    return eligibility.read();
  }

  /**
   * @param field the list's name in each page
   */
  private record Source(Part part, String target, String field) {}

  private <T> List<T> list(Source source, Function<Fields, T> row, EnumSet<Part> complete) {
    var rows = new ArrayList<T>();
    try {
      rest.ownPages(
          source.target(),
          LIMIT,
          page -> page.list(source.field()).forEach(item -> rows.add(row.apply(item))));
      complete.add(source.part());
    } catch (VenueException e) {
      incomplete(source.part(), e);
    }
    return rows;
  }

  private List<Cash> cash(EnumSet<Part> complete) {
    try {
      Fields balance = rest.readOwn("/portfolio/balance");
      List<Cash> cash =
          balance.has("balance_breakdown")
              ? balance.list("balance_breakdown").stream().map(KalshiAccount::shard).toList()
              : List.of(new Cash(0, balance.usd("balance_dollars"), PRECISION_E6));
      complete.add(Part.CASH);
      return cash;
    } catch (VenueException e) {
      incomplete(Part.CASH, e);
      return List.of();
    }
  }

  static Cash shard(Fields row) {
    return new Cash(
        row.whole("exchange_index", Math::toIntExact), row.usd("balance"), PRECISION_E6);
  }

  /** Kalshi keeps one signed number a market: below zero it is NO. */
  static Holding holding(Fields row) {
    long signed = row.exact("position_fp", text -> Decimals.parse(text, 6));
    MarketId market = MarketId.kalshi(row.text("ticker"));
    return new Holding(
        signed < 0 ? market.no() : market.yes(), Quantity.ofE6(Math.absExact(signed)));
  }

  static Payout payout(Fields row) {
    return new Payout(
        MarketId.kalshi(row.text("ticker")),
        yesValueE4(row),
        row.whole("revenue", Usd::ofCents),
        row.instant("settled_time"));
  }

  private static int yesValueE4(Fields row) {
    if (row.has("value")) {
      return row.whole("value", cents -> Price.ofCents(Math.toIntExact(cents)).e4());
    }
    return switch (row.text("market_result")) {
      case "yes" -> 10_000;
      case "no" -> 0;
      default -> throw row.bad("value", "want the value of a share");
    };
  }

  private static void incomplete(Part part, VenueException cause) {
    LOG.atWarn()
        .addKeyValue("part", part)
        .addKeyValue("cause", cause.getMessage())
        .log("account read incomplete");
  }
}

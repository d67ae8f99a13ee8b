package pairdesk.venues.polymarket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
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
import pairdesk.venues.polymarket.PolymarketWire.WireOrder;

/**
 * Reads the account whole. Which tokens it holds comes from the data API, which may lag by minutes,
 * and from our own trades; how many of each comes from the CLOB's reading of the chain.
 */
final class PolymarketAccount implements AccountReader {
  private static final Logger LOG = LoggerFactory.getLogger(PolymarketAccount.class);
  private static final long MICRO_DOLLAR = 1;
  private static final long ORDER_VERSION = 2;

  private final PolymarketPrivate venue;
  private final PolymarketRest rest;
  private final PolymarketData data;
  private final PolymarketCatalog catalog;
  private final PolymarketFills fills;
  private final Origin origin;

  /** Final ones, in 1/10 000 dollar of a share of YES: what is shown here was told by the venue. */
  private final Map<MarketId, Integer> answers = new ConcurrentHashMap<>();

  /**
   * Where we ask from.
   *
   * @param geoblockPath path of the check at its own address
   * @param readLimit how long one list may take
   */
  record Origin(InstantSource clock, String geoblockPath, Duration readLimit) {}

  PolymarketAccount(
      PolymarketPrivate venue,
      PolymarketRest rest,
      PolymarketCatalog catalog,
      PolymarketFills fills,
      Origin origin) {
    this.venue = venue;
    this.rest = rest;
    this.data = new PolymarketData(rest);
    this.catalog = catalog;
    this.fills = fills;
    this.origin = origin;
  }

  @Override
  public VenueId venue() {
    return VenueId.POLYMARKET;
  }

  @Override
  public AccountSnapshot read(Instant fillsSince) {
    Instant readAt = origin.clock().instant();
    var reading = new Reading();
    reading.part(Part.OPEN_ORDERS, () -> reading.orders.addAll(openOrders()));
    reading.part(Part.FILLS, () -> reading.fills.addAll(fills(fillsSince)));
    reading.part(Part.CASH, () -> reading.cash.add(new Cash(0, venue.cash(), MICRO_DOLLAR)));
    if (reading.complete.contains(Part.FILLS)) {
      reading.part(Part.HOLDINGS, () -> reading.holdings.addAll(holdings(reading.fills)));
    }
    reading.part(Part.PAYOUTS, () -> reading.payouts.addAll(payouts(fillsSince)));
    return new AccountSnapshot(
        VenueId.POLYMARKET,
        readAt,
        reading.cash,
        reading.holdings,
        reading.orders,
        reading.fills,
        reading.payouts,
        reading.complete);
  }

  /** What was read so far; a part that fails stays out of {@code complete}. */
  private static final class Reading {
    private final List<Cash> cash = new ArrayList<>();
    private final List<Holding> holdings = new ArrayList<>();
    private final List<OrderUpdate> orders = new ArrayList<>();
    private final List<Fill> fills = new ArrayList<>();
    private final List<Payout> payouts = new ArrayList<>();
    private final Set<Part> complete = EnumSet.noneOf(Part.class);

    private void part(Part part, Runnable read) {
      try {
        read.run();
        complete.add(part);
      } catch (VenueException e) {
        LOG.atWarn()
            .addKeyValue("part", part)
            .addKeyValue("cause", e.getMessage())
            .log("account not read");
      }
    }
  }

  private List<OrderUpdate> openOrders() {
    return venue.openOrders(Map.of(), origin.readLimit()).stream()
        .map(PolymarketAccount::update)
        .toList();
  }

  /**
   * @throws VenueException when its status is not known
   */
  static OrderUpdate update(WireOrder order) {
    return new OrderUpdate(
        VenueId.POLYMARKET,
        null,
        order.id(),
        OrderStates.of(order)
            .orElseThrow(() ->
                new VenueException(
                    "order not understood: status " + order.status() + ", type " + order.change())),
        order.matched(),
        order.status(),
        order.at());
  }

  private List<Fill> fills(Instant since) {
    return venue.trades(since, Map.of(), origin.readLimit()).stream()
        .flatMap(trade -> fills.of(trade).stream())
        .toList();
  }

  private List<Holding> holdings(List<Fill> traded) {
    var tokens = new LinkedHashMap<String, Instrument>();
    var answered = new HashSet<MarketId>();
    for (PolymarketData.HeldToken held : data.held(wallet())) {
      Instrument instrument = catalog.token(held.tokenId(), held.conditionId()).instrument();
      tokens.put(held.tokenId(), instrument);
      if (held.redeemable()) {
        answered.add(instrument.market());
      }
    }
    for (Fill fill : traded) {
      tokens.putIfAbsent(catalog.tokenId(fill.instrument()), fill.instrument());
    }
    var holdings = new ArrayList<Holding>();
    for (var token : tokens.entrySet()) {
      Quantity shares = venue.shares(token.getKey());
      if (!shares.isZero()) {
        Instrument instrument = token.getValue();
        boolean redeemable = answered.contains(instrument.market());
        holdings.add(new Holding(instrument, shares, redeemable ? pays(instrument) : null));
      }
    }
    return holdings;
  }

  /** Null while the listing does not say so as well: the answer may be disputed. */
  private @Nullable Price pays(Instrument instrument) {
    Integer yes = answers.computeIfAbsent(instrument.market(), this::answer);
    if (yes == null) {
      return null;
    }
    Price value = Price.ofE4(yes);
    return instrument.outcome() == Outcome.YES ? value : value.complement();
  }

  private @Nullable Integer answer(MarketId market) {
    try {
      return catalog.resolvedValueE4(market).orElse(null);
    } catch (VenueException e) {
      LOG.atDebug()
          .addKeyValue("market", market)
          .addKeyValue("cause", e.getMessage())
          .log("answer not read");
      return null;
    }
  }

  /** Of each market that paid since: all that it ever paid. */
  private List<Payout> payouts(Instant since) {
    return data.redeemed(wallet(), since).stream()
        .filter(redeemed -> !redeemed.at().isBefore(since.truncatedTo(ChronoUnit.SECONDS)))
        .map(PolymarketData.Redeemed::conditionId)
        .distinct()
        .flatMap(condition ->
            data.redeemed(wallet(), condition).stream()
                .reduce(PolymarketAccount::together)
                .stream())
        .map(this::payout)
        .toList();
  }

  private static PolymarketData.Redeemed together(
      PolymarketData.Redeemed one, PolymarketData.Redeemed other) {
    return new PolymarketData.Redeemed(
        one.conditionId(),
        one.paid().plus(other.paid()),
        one.at().isAfter(other.at()) ? one.at() : other.at());
  }

  private Payout payout(PolymarketData.Redeemed redeemed) {
    MarketId market = MarketId.polymarket(redeemed.conditionId());
    int value =
        catalog
            .resolvedValueE4(market)
            .orElseThrow(() -> new VenueException("paid but not resolved: " + market));
    return new Payout(market, value, redeemed.paid(), redeemed.at());
  }

  private String wallet() {
    return venue.signer().wallet().maker();
  }

  @Override
  public Duration clockOffset() {
    return venue.clockOffset();
  }

  @Override
  public Eligibility eligibility() {
    Fields place = Fields.parse(rest.geoblock(origin.geoblockPath()));
    if (place.flag("blocked")) {
      String where = place.textOrEmpty("country") + " " + place.textOrEmpty("region");
      return refused("Polymarket does not trade with " + where.strip());
    }
    if (venue.isClosedOnly()) {
      return refused("Polymarket lets this account only close positions");
    }
    long version = rest.orderVersion();
    if (version != ORDER_VERSION) {
      return refused("Polymarket takes orders of version " + version + ", we sign version 2");
    }
    return mayTakeDollars()
        ? new Eligibility(true, "")
        : refused("No exchange of Polymarket may take this account's dollars: approve one first");
  }

  /** What was approved a moment ago, the venue may have to look for on the chain. */
  private boolean mayTakeDollars() {
    if (isOneGiven(venue.allowances())) {
      return true;
    }
    venue.readCashAgain();
    return isOneGiven(venue.allowances());
  }

  /** A venue that tells none has not said that there is none. */
  private static boolean isOneGiven(Map<String, Allowance> allowances) {
    return allowances.isEmpty() || !allowances.values().stream().allMatch(Allowance::isNone);
  }

  private static Eligibility refused(String why) {
    return new Eligibility(false, why);
  }
}

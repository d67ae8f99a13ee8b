package pairdesk.engine.portfolio;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.Side;
import pairdesk.engine.portfolio.CashLedger.Place;
import pairdesk.engine.venue.AccountSnapshot;

/**
 * What we own and owe: the fold of fills, payouts, reservations and cash reports. The same fact
 * given twice changes nothing. Owned by the engine; touched by its thread only.
 *
 * <p>Costs are averages per instrument, strategy and pair; see {@link Holding} and {@link
 * MarketFold} for where a remainder goes.
 */
public final class Portfolio {
  /** Cash reports lag behind fills by up to this long. */
  private static final Duration REPORT_LAG = Duration.ofSeconds(5);

  private final ToIntFunction<MarketId> shardOf;
  private final boolean pooled;
  private final Map<MarketId, MarketLedger> markets = new TreeMap<>();
  private final Map<MarketId, MarketState> states = new TreeMap<>();
  private final TreeMap<PnlKey, Earned> pnl = new TreeMap<>();
  private final CashLedger cash = new CashLedger();
  private final Reservations reservations = new Reservations();

  /** Of all states together: limits ask for it many times in every decision. */
  private Usd costOfPositions = Usd.ZERO;

  /**
   * @param shardOf Kalshi's {@code exchange_index} of a market, 0 elsewhere
   */
  public Portfolio(ToIntFunction<MarketId> shardOf) {
    this(shardOf, false);
  }

  private Portfolio(ToIntFunction<MarketId> shardOf, boolean pooled) {
    this.shardOf = shardOf;
    this.pooled = pooled;
  }

  /** With one purse per venue, whatever shard is asked for: paper money is not kept in shards. */
  public static Portfolio pooled() {
    return new Portfolio(_ -> 0, true);
  }

  /** As it was before the restart; reservations are made anew for the orders still open. */
  public static Portfolio from(History history, ToIntFunction<MarketId> shardOf) {
    var portfolio = new Portfolio(shardOf);
    for (History.Booked booked : history.fills()) {
      MarketId market = booked.fill().instrument().market();
      portfolio.ledger(market).book(booked.fill(), booked.attribution());
    }
    for (AccountSnapshot.Payout payout : history.payouts()) {
      portfolio.ledger(payout.market()).payOut(payout);
    }
    portfolio.markets.forEach((id, ledger) -> portfolio.replace(id, ledger.state()));
    history.pnl().forEach(row -> portfolio.pnl.put(PnlKey.of(row), earned(row)));
    var unwritten = new UnwrittenEarnings(portfolio.pnl);
    for (MarketState state : portfolio.states.values()) {
      unwritten
          .of(state.earned())
          .forEach((key, earned) -> portfolio.pnl.merge(key, earned, Earned::plus));
    }
    history.cash().forEach(portfolio.cash::restore);
    return portfolio;
  }

  /**
   * Books a fill, or the new status of one. A VOIDED fill leaves nothing behind, in shares, cash
   * and earnings.
   *
   * @param attribution counts for a fill that is new
   */
  public PortfolioChange apply(Fill fill, Attribution attribution) {
    MarketId market = fill.instrument().market();
    boolean isNew = ledger(market).book(fill, attribution);
    if (!isNew) {
      return PortfolioChange.NONE;
    }
    if (fill.side() == Side.BUY && fill.status() != FillStatus.VOIDED) {
      Usd cost = Usd.of(fill.price(), fill.quantity(), Rounding.COST_AGAINST_US);
      reservations.spend(fill.order(), cost.plus(fill.fee()));
    }
    return settle(market);
  }

  /** Ends the positions of a market at what they are worth and books what was credited. */
  public PortfolioChange applyPayout(AccountSnapshot.Payout payout) {
    return ledger(payout.market()).payOut(payout) ? settle(payout.market()) : PortfolioChange.NONE;
  }

  /** How a market ended, as far as it was paid. */
  public Optional<AccountSnapshot.Payout> payout(MarketId market) {
    MarketLedger known = markets.get(market);
    return known == null ? Optional.empty() : known.payout();
  }

  /** Shares that the market's payout ended, worthless ones too. */
  public Quantity paidOut(Instrument instrument) {
    MarketLedger known = markets.get(instrument.market());
    return known == null ? Quantity.ZERO : known.paidOut(instrument.outcome());
  }

  /** Whether an order of ours traded in this market, and not only a person beside us. */
  public boolean isBoughtByUs(MarketId market) {
    MarketLedger known = markets.get(market);
    return known != null && known.hasFillOfOurs();
  }

  /** Whether an order of ours filled in this market what cannot be taken back any more. */
  public boolean isTried(MarketId market) {
    MarketLedger known = markets.get(market);
    return known != null && known.hasFinalFillOfOurs();
  }

  /** Sets dollars aside for an order until it is released; a second call replaces the amount. */
  public PortfolioChange reserve(ClientOrderId id, Instrument instrument, Usd amount) {
    reservations.reserve(id, instrument, amount);
    return new PortfolioChange(List.of(), List.of(), rows(place(instrument.market())));
  }

  /** The order is terminal: what it did not spend is free again. */
  public PortfolioChange release(ClientOrderId id) {
    Optional<Instrument> instrument = reservations.release(id);
    return instrument
        .map(i -> new PortfolioChange(List.of(), List.of(), rows(place(i.market()))))
        .orElse(PortfolioChange.NONE);
  }

  /** As {@link #cashReported(VenueId, AccountSnapshot.Cash, Instant, boolean)} without orders. */
  public CashReport cashReported(VenueId venue, AccountSnapshot.Cash report, Instant at) {
    return cashReported(venue, report, at, true);
  }

  /**
   * Takes a venue's word on its cash. The first report beside which nothing moves opens the ledger:
   * of another one nobody knows which of the fills it contains. Later ones are compared.
   *
   * @param at when the report was read
   * @param quiet no order of ours is on its way there
   */
  public CashReport cashReported(
      VenueId venue, AccountSnapshot.Cash report, Instant at, boolean quiet) {
    Place place = place(venue, report.shard());
    boolean conclusive = quiet && isQuiet(venue, at.minus(REPORT_LAG));
    Usd difference = cash.report(place, report, at, conclusive);
    return new CashReport(position(place), difference, conclusive, cash.isOpened(place));
  }

  /** Whether this venue's cash is known by its reports alone: no ledger is opened there yet. */
  public boolean isOpening(VenueId venue) {
    return cash.isOpening(venue);
  }

  /** Makes the venue's last word ours: a deposit, a withdrawal, an explained difference. */
  public CashPosition acceptReported(VenueId venue, int shard) {
    Place place = place(venue, shard);
    cash.accept(place);
    return position(place);
  }

  public Position position(Instrument instrument) {
    MarketState state = states.get(instrument.market());
    return state == null ? Position.flat(instrument) : state.position(instrument);
  }

  /** Shares of the other outcome that a purchase would close; zero where a venue keeps both. */
  public Quantity netted(Instrument bought) {
    return MarketFold.netsOutcomes(bought.venue())
        ? position(bought.opposite()).quantity()
        : Quantity.ZERO;
  }

  /** Every instrument that was ever traded, flat ones included. */
  public List<Position> positions() {
    return states.values().stream().flatMap(state -> state.positions().stream()).toList();
  }

  public CashPosition cash(VenueId venue, int shard) {
    return position(place(venue, shard));
  }

  public List<CashPosition> cash() {
    var rows = new ArrayList<CashPosition>();
    cash.places().forEach(place -> rows.add(position(place)));
    return rows;
  }

  public List<PnlDay> pnl() {
    return pnl.entrySet().stream().map(e -> e.getKey().row(e.getValue())).toList();
  }

  /** Realised less fees of one UTC day. */
  public Usd net(LocalDate day) {
    return pnl.entrySet().stream()
        .filter(e -> e.getKey().day().equals(day))
        .map(e -> e.getValue().net())
        .reduce(Usd.ZERO, Usd::plus);
  }

  /** Cash that may be spent, by the lower of ledger and report; zero before the first report. */
  public Usd free(VenueId venue, int shard) {
    Place place = place(venue, shard);
    return cash.usable(place).minus(reserved(place));
  }

  /**
   * Free plus reserved cash by the lower of ledger and report, plus what the open positions cost:
   * what limits are shares of.
   */
  public Usd capital() {
    return costOfPositions.plus(cash.usable());
  }

  /** Cash by our ledger plus what the open positions cost: what losses are measured on. */
  public Usd equity() {
    Usd sum = costOfPositions;
    for (Place place : cash.places()) {
      sum = sum.plus(cash.total(place));
    }
    return sum;
  }

  /** Cost of what is held plus reservations, in one market. */
  public Usd committed(MarketId market) {
    MarketState state = states.get(market);
    Usd cost = state == null ? Usd.ZERO : state.cost();
    return cost.plus(reservations.sum(instrument -> instrument.market().equals(market)));
  }

  /** Cost of what is held plus reservations, everywhere. */
  public Usd committed() {
    return costOfPositions.plus(reservations.sum(_ -> true));
  }

  /** Markets in which something is held or reserved. */
  public Set<MarketId> committedMarkets() {
    var open = new TreeSet<MarketId>(reservations.markets());
    states.forEach((market, state) -> {
      if (state.isHolding()) {
        open.add(market);
      }
    });
    return open;
  }

  /** Dollars of fills in a market that may still be taken back. */
  public Usd provisional(MarketId market) {
    MarketState state = states.get(market);
    return state == null ? Usd.ZERO : state.provisional();
  }

  /** What does not add up, one sentence with both numbers each; empty when all is well. */
  public List<String> brokenIdentities() {
    var broken = new ArrayList<String>();
    markets.values().forEach(ledger -> broken.addAll(ledger.brokenIdentities()));
    return broken;
  }

  /** Payouts that differ from what the shares were worth: not redeemed yet, or to be explained. */
  public List<String> payoutDifferences() {
    return markets.values().stream().flatMap(l -> l.payoutDifference().stream()).toList();
  }

  /** Carries a market's new state into cash and earnings, by its difference from the old one. */
  private PortfolioChange settle(MarketId market) {
    MarketState after = ledger(market).state();
    MarketState before = replace(market, after);
    Place place = place(market);
    cash.add(place, after.cash().minus(before.cash()));
    var changed = new TreeSet<PnlKey>(before.earned().keySet());
    changed.addAll(after.earned().keySet());
    changed.removeIf(key -> before.earned(key).equals(after.earned(key)));
    for (PnlKey key : changed) {
      pnl.merge(key, after.earned(key).minus(before.earned(key)), Earned::plus);
    }
    return new PortfolioChange(
        after.positions(), changed.stream().map(key -> key.row(earned(key))).toList(), rows(place));
  }

  /** Says what it was before. */
  private MarketState replace(MarketId market, MarketState next) {
    MarketState known = states.put(market, next);
    MarketState before = known == null ? MarketState.EMPTY : known;
    costOfPositions = costOfPositions.minus(before.cost()).plus(next.cost());
    return before;
  }

  /** What is written of a place: nothing before its ledger is opened. */
  private List<CashPosition> rows(Place place) {
    return cash.isOpened(place) ? List.of(position(place)) : List.of();
  }

  private Earned earned(PnlKey key) {
    return pnl.getOrDefault(key, Earned.NOTHING);
  }

  private static Earned earned(PnlDay row) {
    return new Earned(row.realised(), row.fees());
  }

  private CashPosition position(Place place) {
    return new CashPosition(
        place.venue(), place.shard(), cash.total(place), reserved(place), cash.reportedAt(place));
  }

  private Usd reserved(Place place) {
    return reservations.sum(instrument -> place(instrument.market()).equals(place));
  }

  /** Nothing booked since, and nothing on its way: report and ledger should agree. */
  private boolean isQuiet(VenueId venue, Instant since) {
    return markets.entrySet().stream()
        .noneMatch(e -> e.getKey().venue().equals(venue) && e.getValue().isMovingSince(since));
  }

  private Place place(MarketId market) {
    return place(market.venue(), shardOf.applyAsInt(market));
  }

  private Place place(VenueId venue, int shard) {
    return new Place(venue, pooled ? 0 : shard);
  }

  private MarketLedger ledger(MarketId market) {
    return markets.computeIfAbsent(market, MarketLedger::new);
  }
}

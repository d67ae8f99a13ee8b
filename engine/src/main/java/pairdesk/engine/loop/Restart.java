package pairdesk.engine.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pairdesk.engine.execution.Execution;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.journal.Recovered.StoredOrder;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.paper.PaperExchange;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.engine.portfolio.History;
import pairdesk.engine.portfolio.Portfolio;
import pairdesk.engine.risk.Breakers;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.Capabilities;

/** Puts the parts of one account back as the database remembers them. */
final class Restart {
  private final Recovered recovered;
  private final EngineSettings settings;
  private final Instant now;
  private final Map<ClientOrderId, List<Fill>> byOrder = new HashMap<>();
  private final Map<VenueOrder, List<Fill>> byVenueOrder = new HashMap<>();

  /** As a fill names it that does not know our id. */
  private record VenueOrder(Instrument instrument, String id) {}

  /**
   * @param recovered of this account alone
   */
  Restart(Recovered recovered, EngineSettings settings, Instant now) {
    this.recovered = recovered;
    this.settings = settings;
    this.now = now;
    for (Fill fill : recovered.fills()) {
      ClientOrderId order = fill.order();
      if (order != null) {
        byOrder.computeIfAbsent(order, _ -> new ArrayList<>()).add(fill);
      }
      byVenueOrder
          .computeIfAbsent(
              new VenueOrder(fill.instrument(), fill.key().venueOrder()), _ -> new ArrayList<>())
          .add(fill);
    }
  }

  /**
   * The real account's.
   *
   * @param known markets in use, so that money is looked for where it lies
   */
  Parts real(Collection<Market> known) {
    var markets = new Markets();
    known.forEach(markets::listed);
    recovered.pairs().forEach(markets::pairChanged);
    var breakers =
        Breakers.from(
            settings.rules().inForce(), recovered.breakers(), recovered.money().highWater());
    var desk = new Desk(recovered.controls(), breakers);
    var venues = new Venues(settings.venues().keySet());
    var ledger =
        Ledger.real(Portfolio.from(history(markets::shard), markets::shard), recovered.money());
    return parts(new Shared(markets, venues, desk), desk, ledger, settings.venues());
  }

  /** The paper account's, on the same markets and under the same people as the real one's. */
  Parts paper(Parts real) {
    var capabilities = new HashMap<VenueId, Capabilities>();
    settings.venues().keySet().forEach(id -> capabilities.put(id, PaperExchange.CAPABILITIES));
    return parts(
        new Shared(real.markets(), real.venues(), real.desk()),
        new PaperStops(real.desk(), settings.rules().inForce()),
        Ledger.paper(paperPortfolio()),
        capabilities);
  }

  /** What both accounts look at. */
  private record Shared(Markets markets, Venues venues, Desk desk) {}

  private Parts parts(
      Shared shared, Stops stops, Ledger ledger, Map<VenueId, Capabilities> capabilities) {
    var orders = new Orders(ledger);
    var resolver = new Resolver(orders, capabilities, settings.rhythm().doubts());
    var executions = new ExecutionBook(orders, resolver);
    restore(orders, executions);
    return new Parts(
        shared.markets(),
        shared.venues(),
        orders,
        resolver,
        executions,
        ledger,
        shared.desk(),
        stops);
  }

  private History history() {
    return new RestoredHistory(recovered).history();
  }

  /** Cash as all fills leave it that are restored with it. */
  private History history(ToIntFunction<MarketId> shardOf) {
    History history = history();
    var cash = new RestoredCash(recovered, this::orders, shardOf);
    return new History(history.fills(), history.payouts(), cash.positions(), history.pnl());
  }

  private List<ClientOrder> orders(ExecutionId execution) {
    return recovered.orders().stream()
        .filter(stored -> stored.intent().origin().execution().equals(execution))
        .map(this::order)
        .toList();
  }

  /** The opening cash, and every fill and payout since: nothing else of it is stored. */
  private Portfolio paperPortfolio() {
    var portfolio = Portfolio.pooled();
    var opening = new AccountSnapshot.Cash(0, settings.account().paperCash(), 1);
    settings.venues().keySet().forEach(venue -> portfolio.cashReported(venue, opening, now));
    History history = history();
    history.fills().forEach(booked -> portfolio.apply(booked.fill(), booked.attribution()));
    history.payouts().forEach(portfolio::applyPayout);
    return portfolio;
  }

  /** Executions that go on, with their orders; what is over for good stays in the database. */
  private void restore(Orders orders, ExecutionBook executions) {
    List<Execution> restored = new RestoredExecutions(recovered).all();
    Set<ExecutionId> ids = restored.stream().map(Execution::id).collect(Collectors.toSet());
    for (StoredOrder stored : recovered.orders()) {
      if (ids.contains(stored.intent().origin().execution())) {
        orders.recover(order(stored));
      }
    }
    restored.forEach(executions::put);
  }

  /** Per venue, until when its account was read before; now where it never was. */
  Map<VenueId, Instant> lastRead() {
    var lastRead = new HashMap<VenueId, Instant>();
    for (VenueId venue : settings.venues().keySet()) {
      lastRead.put(
          venue,
          recovered.money().cash().stream()
              .filter(cash -> cash.venue().equals(venue))
              .map(CashPosition::reportedAt)
              .filter(at -> at.isAfter(Instant.EPOCH))
              .min(Instant::compareTo)
              .orElse(now));
    }
    return lastRead;
  }

  private ClientOrder order(StoredOrder stored) {
    List<Fill> fills = fillsOf(stored).map(fill -> fill.withOrder(stored.intent().id())).toList();
    boolean left = stored.state() != OrderState.INTENDED;
    return new ClientOrder(
        stored.intent(),
        stored.mode(),
        stored.ref(),
        new ClientOrder.Report(
            stored.state(),
            stored.filled(),
            ClientOrder.Marks.stored(left),
            "as stored",
            stored.at()),
        fills);
  }

  /**
   * By our id, or by either name that the venue has for it; each once, in the order of the rows.
   */
  private Stream<Fill> fillsOf(StoredOrder stored) {
    Instrument instrument = stored.intent().instrument();
    var found = new LinkedHashSet<Fill>(byOrder.getOrDefault(stored.intent().id(), List.of()));
    found.addAll(named(instrument, stored.ref().venueKey()));
    String venueOrder = stored.ref().venueOrderId();
    if (venueOrder != null) {
      found.addAll(named(instrument, venueOrder));
    }
    return found.stream();
  }

  private List<Fill> named(Instrument instrument, String id) {
    return byVenueOrder.getOrDefault(new VenueOrder(instrument, id), List.of());
  }
}

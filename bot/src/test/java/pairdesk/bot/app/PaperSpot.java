package pairdesk.bot.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.book.Level;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Approval;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.paper.PaperExchange;
import pairdesk.engine.paper.PaperReport;
import pairdesk.engine.paper.PaperSettings;
import pairdesk.engine.portfolio.Attribution;
import pairdesk.engine.portfolio.Portfolio;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.SubmitOutcome;

/** A market on a paper exchange; the account is what its reports come to. */
final class PaperSpot implements GatewaySpot {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Instant NOW = SampleDesk.NOW;
  private static final MarketId ID = MarketId.kalshi("KXPAPER");
  private static final Usd CASH = Usd.ofDollars(10_000);

  private final Portfolio portfolio = Portfolio.pooled();
  private final List<Fill> fills = new ArrayList<>();
  private final PaperExchange exchange;
  private Market market = SampleDesk.market(ID, "");
  private int ids;

  PaperSpot() {
    portfolio.cashReported(ID.venue(), new AccountSnapshot.Cash(0, CASH, 1), NOW);
    this.exchange =
        new PaperExchange(
            ID.venue(),
            new PaperExchange.Opening(CASH, List.of(), List.of()),
            PaperSettings.DEFAULTS,
            new PaperExchange.World(_ -> Optional.of(market), () -> NOW, _ -> {}, this::reported));
    exchange.bookChanged(new Book(ID.yes(), side("0.48"), side("0.50"), 1, NOW, NOW));
  }

  private static Ladder side(String price) {
    return Ladder.of(List.of(new Level(Price.parse(price), Quantity.ofShares(100))));
  }

  private void reported(PaperReport report) {
    switch (report) {
      case PaperReport.Filled(var fill, var _) -> {
        fills.add(fill);
        portfolio.apply(fill, Attribution.EXTERNAL);
      }
      case PaperReport.Moved _, PaperReport.Paid _ -> {}
    }
  }

  @Override
  public PreparedOrder order(Side side, String quantity, String limit, TimeInForce life) {
    var intent =
        new OrderIntent(
            new ClientOrderId("contract-" + ++ids),
            new OrderIntent.Origin(new ExecutionId("x1"), 0, ids, Purpose.ENTRY, null),
            ID.yes(),
            new OrderIntent.Terms(
                side, Quantity.parse(quantity), Price.parse(limit), life, false, null),
            new Approval("v1", 1, Usd.ofDollars(1_000_000), NOW.plusSeconds(9)));
    return exchange.prepare(intent, market);
  }

  @Override
  public SubmitOutcome submit(PreparedOrder order) {
    return exchange.submit(order, LIMIT);
  }

  @Override
  public CancelOutcome cancel(PreparedOrder order, String venueOrderId) {
    return exchange.cancel(ref(order), LIMIT);
  }

  @Override
  public OrderLookup lookup(PreparedOrder order) {
    return exchange.lookup(ref(order), LIMIT);
  }

  private static OrderRef ref(PreparedOrder order) {
    return new OrderRef(order.intent().id(), ID.yes(), order.venueKey(), null, NOW);
  }

  @Override
  public void closeMarket() {
    market =
        new Market(
            market.listing(),
            market.terms(),
            new Market.Life(MarketStatus.CLOSED, null, null, null, null),
            market.address());
  }

  @Override
  public boolean isOpen(String venueOrderId) {
    var id = new ClientOrderId(venueOrderId.substring("paper-".length()));
    var ref = new OrderRef(id, ID.yes(), id.value(), venueOrderId, NOW);
    return exchange.lookup(ref, LIMIT) instanceof OrderLookup.Found found
        && !found.state().isTerminal();
  }

  @Override
  public List<Fill> fillsOf(String venueOrderId) {
    return fills.stream().filter(fill -> fill.key().venueOrder().equals(venueOrderId)).toList();
  }

  @Override
  public Quantity held() {
    return portfolio.position(ID.yes()).quantity();
  }

  @Override
  public Usd cash() {
    return portfolio.cash(ID.venue(), 0).total();
  }

  /** They are final at once. */
  @Override
  public void awaitSettled() {}
}

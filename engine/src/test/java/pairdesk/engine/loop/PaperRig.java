package pairdesk.engine.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import pairdesk.engine.book.Book;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.paper.PaperExchange;
import pairdesk.engine.paper.PaperReport;
import pairdesk.engine.paper.PaperSettings;
import pairdesk.engine.sample.SampleMarkets;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.PreparedOrder;

/** A rig whose paper orders go to paper exchanges, which see the same books as the engine. */
final class PaperRig {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Rig rig;
  private final Map<VenueId, PaperExchange> exchanges = new TreeMap<>();
  private final List<EngineEvent> told = new ArrayList<>();
  private final Set<Instrument> hidden = new TreeSet<>();
  private int done;

  PaperRig(Recovered recovered) {
    this(recovered, Rig.settings());
  }

  PaperRig(Recovered recovered, EngineSettings settings) {
    this(recovered, new Rig(settings, recovered), settings.account().paperCash());
  }

  private PaperRig(Recovered recovered, Rig rig, Usd cash) {
    this.rig = rig;
    for (VenueId venue : Rig.VENUES.keySet()) {
      List<Fill> own =
          recovered.paper().fills().stream()
              .filter(fill -> fill.instrument().venue().equals(venue))
              .toList();
      exchanges.put(
          venue,
          new PaperExchange(
              venue,
              new PaperExchange.Opening(cash, own, paidBefore(recovered, venue)),
              PaperSettings.DEFAULTS,
              new PaperExchange.World(
                  id -> Optional.of(Rig.market(id)), rig::now, _ -> {}, this::reported)));
    }
  }

  static PaperRig paper() {
    return new PaperRig(Rig.recovered(Mode.PAPER));
  }

  /** Bids rest on Polymarket where that pays. */
  static PaperRig making() {
    Recovered recovered = Rig.recovered(Mode.PAPER);
    return new PaperRig(
        recovered, Rig.making(VenueId.POLYMARKET, recovered), Rig.settings().account().paperCash());
  }

  Rig rig() {
    return rig;
  }

  /** Books of YES on Kalshi and NO on Polymarket; what the engine makes of them is carried out. */
  PaperRig books(String yesBids, String yesAsks, String noBids, String noAsks) {
    shown(SampleMarkets.bookAt(Rig.YES, yesBids, yesAsks, rig.now()));
    shown(SampleMarkets.bookAt(Rig.NO, noBids, noAsks, rig.now()));
    rig.books(yesBids, yesAsks, noBids, noAsks);
    hear();
    return carryOut();
  }

  /** As {@link Rig#bargain}. */
  PaperRig bargain(int shares) {
    return books("0.39 x 5000", "0.40 x " + shares, "0.54 x 5000", "0.55 x " + shares);
  }

  PaperRig pass(Duration span) {
    rig.pass(span);
    return carryOut();
  }

  /** From now on the paper exchange does not see this book; the engine does. */
  PaperRig blindFor(Instrument instrument) {
    hidden.add(instrument);
    return this;
  }

  private void shown(Book book) {
    if (hidden.contains(book.instrument())) {
      return;
    }
    exchange(book.instrument().market()).bookChanged(book);
    exchange(book.instrument().market()).bookChanged(book.mirrored());
  }

  /** Until the engine asks for nothing more. */
  private PaperRig carryOut() {
    while (done < rig.effects().size()) {
      switch (rig.effects().get(done++)) {
        case Effect.Submit submit when submit.mode() == Mode.PAPER ->
            submit.intents().forEach(this::submit);
        case Effect.LookUp look when look.mode() == Mode.PAPER -> {
          OrderLookup answer =
              exchange(look.order().instrument().market()).lookup(look.order(), LIMIT);
          rig.on(new EngineEvent.OrderLookedUp(look.order().id(), answer));
        }
        case Effect.Cancel cancel when cancel.mode() == Mode.PAPER -> {
          exchange(cancel.order().instrument().market()).cancel(cancel.order(), LIMIT);
          hear();
        }
        case Effect _ -> {}
      }
    }
    return this;
  }

  /** What the exchanges had to tell. */
  private void hear() {
    List<EngineEvent> heard = List.copyOf(told);
    told.clear();
    heard.forEach(rig::on);
  }

  private void submit(OrderIntent intent) {
    MarketId market = intent.instrument().market();
    PreparedOrder order = exchange(market).prepare(intent, Rig.market(market));
    rig.on(new EngineEvent.OrderSent(intent.id(), order.venueKey(), rig.now()));
    var outcome = exchange(market).submit(order, LIMIT);
    hear();
    rig.on(new EngineEvent.SubmitAnswered(intent.id(), outcome, Duration.ofMillis(50)));
  }

  private void reported(PaperReport report) {
    switch (report) {
      case PaperReport.Filled(var fill, var _) -> told.add(new EngineEvent.FillReported(fill));
      case PaperReport.Paid(var payout) -> told.add(new EngineEvent.PaidOnPaper(payout));
      case PaperReport.Moved(var update) -> told.add(new EngineEvent.OrderUpdated(update));
    }
  }

  /** The market has its answer; both the engine and the paper exchange are told. */
  PaperRig settled(MarketId id, Price yesPays) {
    Market market = Rig.market(id);
    var life = new Market.Life(MarketStatus.SETTLED, null, Rig.START, Rig.START, null, yesPays);
    Market settled = SampleMarkets.withLife(market, life);
    exchange(id).marketChanged(settled);
    rig.on(new EngineEvent.MarketListed(settled));
    hear();
    return carryOut();
  }

  private static List<AccountSnapshot.Payout> paidBefore(Recovered recovered, VenueId venue) {
    return recovered.paper().payouts().stream()
        .filter(payout -> payout.market().venue().equals(venue))
        .map(JournalRecord.PayoutBooked::payout)
        .toList();
  }

  private PaperExchange exchange(MarketId market) {
    PaperExchange exchange = exchanges.get(market.venue());
    if (exchange == null) {
      throw new AssertionError("no venue " + market.venue());
    }
    return exchange;
  }

  /** What a database would know: all orders as they are, all fills, the executions. */
  static Recovered stored(Rig rig) {
    var rows = rig.effects(Effect.Write.class).stream().map(Effect.Write::row).toList();
    List<Fill> fills =
        rows.stream()
            .filter(JournalRecord.FillBooked.class::isInstance)
            .map(row -> ((JournalRecord.FillBooked) row).fill())
            .toList();
    List<Recovered.StoredOrder> orders =
        rig.intents().stream().map(intent -> order(intent, fills)).toList();
    Recovered base = Rig.recovered(Mode.PAPER);
    return new Recovered(
        base.controls(),
        base.pairs(),
        rig.view().trading().executions(),
        orders,
        fills,
        rows.stream()
            .filter(JournalRecord.PayoutBooked.class::isInstance)
            .map(JournalRecord.PayoutBooked.class::cast)
            .toList(),
        base.money(),
        base.breakers());
  }

  private static Recovered.StoredOrder order(OrderIntent intent, List<Fill> fills) {
    Quantity filled =
        fills.stream()
            .filter(fill -> intent.id().equals(fill.order()))
            .map(Fill::quantity)
            .reduce(Quantity.ZERO, Quantity::plus);
    OrderState state = filled.isZero() ? OrderState.INTENDED : OrderState.FILLED;
    var ref = new OrderRef(intent.id(), intent.instrument(), intent.id().value(), null, Rig.START);
    return new Recovered.StoredOrder(intent, Mode.PAPER, ref, state, filled, Rig.START);
  }
}

package pairdesk.engine.loop;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.risk.BreakerFact;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.gate.RiskRules;
import pairdesk.engine.venue.SubmitOutcome;

/**
 * The heart: facts in, effects out. Deterministic: the same facts at the same moments, with the
 * same ids, give the same effects. Not thread-safe; owned by the thread of {@link EngineLoop}.
 *
 * <p>A batch first takes in every fact, then looks once at everything: executions move on by how
 * they stand, strategies look at the markets that changed, reads and breakers fall due. So a fact
 * that is told twice, by stream and by poll, is answered once.
 */
public final class Engine {
  private static final TimerKey LOOK = new TimerKey("look", "");

  private final Accounts accounts;
  private final Parts real;
  private final Redemptions redemptions;
  private final Reconciler reconciler;
  private final Scanner scanner;
  private final Operators operators;
  private final Watching watching;
  private final Feeds feeds;
  private final Views views;
  private @Nullable Instant wakeAt;

  /**
   * @param recovered what the database knows; {@link Recovered#NOTHING} for the first start
   * @param markets of {@link Recovered#marketsInUse()}, and any others that are known already
   */
  public Engine(
      EngineSettings settings,
      Detection detection,
      Recovered recovered,
      Collection<Market> markets,
      Instant now) {
    var restart = new Restart(recovered.real(), settings, now);
    this.real = restart.real(markets);
    Parts paper = new Restart(recovered.paper(), settings, now).paper(real);
    var opened = new Opening(settings);
    var fills =
        new Fills(
            real,
            new ChargedFees(real.markets(), settings.rules().fees()),
            settings.rhythm().doubts());
    var facts = new OrderFacts(real, fills);
    this.redemptions = new Redemptions(real);
    this.reconciler =
        new Reconciler(
            real,
            new Reconciler.Facts(facts, fills, redemptions),
            settings.rhythm().reads(),
            restart.lastRead());
    this.accounts =
        new Accounts(
            opened.account(
                new Opening.Taking(real, fills, facts),
                moment -> reconciler.clean(opened.limits().oldestReport(moment)),
                settings.account().label()),
            opened.paper(paper));
    var announcer = new Announcer(settings.rhythm().announcing(), disqualifying(settings.rules()));
    this.scanner =
        new Scanner(detection, new Scanner.Judge(opened.limits(), announcer), accounts, settings);
    this.operators = new Operators(accounts, reconciler, opened.limits());
    this.watching = new Watching(real.markets(), accounts.all());
    this.feeds = new Feeds(real);
    this.views =
        new Views(accounts, new Views.Told(reconciler, redemptions, announcer, opened.limits()));
  }

  /**
   * The first batch: orders of which the last process did not hear are Unknown and looked up, open
   * executions go on, accounts are read.
   */
  public List<Effect> start(Instant now) {
    var turn = new Turn(now);
    real.ledger().begin(real.orders().markets(), turn);
    accounts.all().forEach(account -> doubtUnanswered(account.parts().orders(), turn));
    // no list of open orders will be read of the paper exchange: each is asked for
    Parts paper = accounts.paper().parts();
    paper.orders().unsettled().forEach(order -> paper.resolver().doubt(order.id(), turn));
    return look(turn, true);
  }

  private static void doubtUnanswered(Orders orders, Turn turn) {
    for (ClientOrder order : orders.unsettled()) {
      if (order.state() == OrderState.INTENDED || order.state() == OrderState.SENT) {
        Quantity filled = order.report().acknowledged();
        String why = "the process restarted before an answer";
        orders.put(order.reported(OrderState.UNKNOWN, filled, why, turn.now()), turn);
      }
    }
  }

  /** Takes in every fact, then looks once at everything. */
  public List<Effect> on(List<EngineEvent> batch, Instant now) {
    return on(batch, new Turn(now));
  }

  /**
   * The same, but orders do not wait for the rest of the batch.
   *
   * @param hands are given orders as soon as they are decided; all else is returned
   */
  public List<Effect> on(List<EngineEvent> batch, Instant now, EffectRunner hands) {
    return on(batch, new Turn(now, hands));
  }

  private List<Effect> on(List<EngineEvent> batch, Turn turn) {
    boolean facts = false;
    for (EngineEvent event : batch) {
      take(event, turn);
      facts |= !(event instanceof EngineEvent.BookChanged);
    }
    return look(turn, facts);
  }

  /** What readers see, as of the last batch. */
  public EngineView view(Instant now) {
    return views.view(now);
  }

  /** Rules about the opportunity itself, not about what we may do. */
  private static Set<String> disqualifying(EngineSettings.Rules rules) {
    return RiskRules.of(rules.limits(), rules.fees()).stream()
        .filter(layer -> layer.name().equals("data") || layer.name().equals("quality"))
        .flatMap(layer -> layer.rules().stream())
        .map(RiskRule::name)
        .collect(Collectors.toSet());
  }

  /**
   * @param facts something other than books came: what is watched may change
   */
  private List<Effect> look(Turn turn, boolean facts) {
    accounts.all().forEach(account -> account.look(turn));
    feeds.look(watching.venues(), turn);
    Set<MarketId> changed = real.markets().takeChanged();
    accounts.real().housekeeping().markets(changed, turn);
    scanner.scan(changed, turn);
    turn.catchUp();
    redemptions.look(turn);
    reconciler.settled(changed);
    reconciler.look(turn);
    accounts.all().forEach(account -> account.housekeeping().look(turn));
    if (facts) {
      watching.look(turn);
    }
    wake(turn);
    return turn.effects();
  }

  private void take(EngineEvent event, Turn turn) {
    switch (event) {
      case EngineEvent.BookChanged e -> {
        real.markets().bookChanged(e.book());
        real.venues().ticked(e.book().instrument().venue(), e.book().confirmedAt());
      }
      case EngineEvent.BookStale e -> real.markets().bookStale(e.instrument());
      case EngineEvent.MarketListed e -> real.markets().listed(e.market());
      case EngineEvent.VenueChanged e -> real.venues().changed(e.status(), turn);
      case EngineEvent.OrderSent e -> accounts.owning(e.id()).facts().sent(e, turn);
      case EngineEvent.IntentsRefused e -> {
        Account account = accounts.owning(e.execution());
        account.facts().refused(e, turn);
        account.executions().refused(e.execution(), e.reason(), turn);
      }
      case EngineEvent.SubmitAnswered e -> {
        measure(e, turn);
        accounts.owning(e.id()).facts().answered(e, turn);
      }
      case EngineEvent.CancelAnswered e -> accounts.owning(e.id()).facts().cancelAnswered(e, turn);
      case EngineEvent.OrderLookedUp e -> accounts.owning(e.id()).facts().lookedUp(e, turn);
      case EngineEvent.OrderUpdated e ->
          accounts.owning(e.update().id()).facts().updated(e.update(), turn);
      case EngineEvent.FillReported e ->
          accounts.owning(e.fill().order()).fills().reported(e.fill(), turn);
      case EngineEvent.AccountReported e -> reconciler.reported(e.snapshot(), turn);
      case EngineEvent.PaidOnPaper(var payout) ->
          accounts.paper().parts().ledger().pay(payout, turn);
      case EngineEvent.AccountDoubtful e -> reconciler.doubt(e.venue());
      case EngineEvent.RedeemAnswered(var claim, var outcome) -> {
        redemptions.answered(claim, outcome, turn);
        reconciler.soon(claim.market().venue());
      }
      case EngineEvent.ClockMeasured e -> {
        real.venues().clock(e.venue(), e.offset());
        real.stops().on(new BreakerFact.ClockMeasured(e.venue(), e.offset()), turn);
      }
      case EngineEvent.JournalLag e ->
          real.stops().on(new BreakerFact.JournalLagged(e.lag()), turn);
      case EngineEvent.CommitMeasured e ->
          real.stops().on(new BreakerFact.CommitMeasured(e.took()), turn);
      case EngineEvent.RowRefused e -> refusedRow(e.what(), turn);
      case EngineEvent.EngineStalled e ->
          real.stops().on(new BreakerFact.EngineStalled(e.busy()), turn);
      case EngineEvent.Stopping _ -> real.desk().stop();
      case EngineEvent.TimerFired e -> fired(e.due());
      case EngineEvent.OperatorAsked e -> e.reply().accept(operators.answer(e.request(), turn));
    }
  }

  private void refusedRow(String what, Turn turn) {
    real.stops().on(new BreakerFact.RowRefused(what), turn);
    turn.alarm(
        "row-refused",
        "The database refused a row that our books rest on: %s. What is open goes on; entries are off until an admin has looked: the log names the row and the cause."
            .formatted(what));
  }

  /** What never left says nothing about the venue's speed, and paper never does. */
  private void measure(EngineEvent.SubmitAnswered answer, Turn turn) {
    if (answer.outcome() instanceof SubmitOutcome.NotSent) {
      return;
    }
    real.orders()
        .find(answer.id())
        .map(order -> order.intent().instrument().venue())
        .ifPresent(
            venue -> real.stops().on(new BreakerFact.OrderAnswered(venue, answer.latency()), turn));
  }

  private void fired(Instant due) {
    if (wakeAt != null && !due.isBefore(wakeAt)) {
      wakeAt = null;
    }
  }

  /** One timer for everything: each batch finds out anew when something is due next. */
  private void wake(Turn turn) {
    Instant next = turn.lookAgain();
    if (next != null && (wakeAt == null || next.isBefore(wakeAt))) {
      wakeAt = next;
      turn.ask(new Effect.WakeAt(next, LOOK));
    }
  }
}

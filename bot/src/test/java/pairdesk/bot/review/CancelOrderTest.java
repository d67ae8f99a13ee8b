package pairdesk.bot.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pairdesk.bot.access.Caller;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Menu;
import pairdesk.bot.scene.Fits;
import pairdesk.bot.scene.Golden;
import pairdesk.bot.scene.Samples;
import pairdesk.bot.scene.Scene;
import pairdesk.bot.scene.Written;
import pairdesk.bot.text.Language;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.IntentStore;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.order.Approval;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.risk.VerdictRecord;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.persistence.Lease;
import pairdesk.persistence.Markets;
import pairdesk.persistence.PostgresIntents;
import pairdesk.persistence.PostgresJournal;

/** One order is chosen from the list and cancelled, once its effect was seen. */
class CancelOrderTest {
  private static final Instant NOW = Scene.NOW;
  private static final String BID = "pd-bid";
  private static final String SALE = "pd-sale";
  private static final String NASTY = "@everyone **x** ```fence``` [x](https://evil.example) \\";

  private final Scene scene = new Scene();
  private final Lease.Held held = take();

  private Lease.Held take() {
    var lease = new Lease(scene.database, "main", "test", InstantSource.fixed(NOW));
    return ((Lease.Taken.Ours) lease.take()).held();
  }

  /** A bid of which 20 of 50 shares are filled, and a sale; both rest. */
  @BeforeEach
  void twoRest() {
    titled("Will it rain?");
    scene.matches.proposals.add(Samples.proposal(1, 91, "hash1"));
    scene.run(scene.operator(), "find_matches");
    scene.run(scene.operator(), "approve_pair", "pair", "1");
    scene.desk.asked.clear();
    write(
        new JournalRecord.ControlChanged(
            new Controls(Mode.LIVE, false, ""), NOW, "live", "ada", NOW));
    commit(order(BID, Samples.polymarket(1).no(), Purpose.ENTRY, Side.BUY));
    commit(order(SALE, Samples.kalshi(1).yes(), Purpose.UNWIND, Side.SELL));
    move(BID, OrderState.SENT, "0");
    move(BID, OrderState.PARTLY, "20");
    move(SALE, OrderState.SENT, "0");
    move(SALE, OrderState.LIVE, "0");
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private void titled(String title) {
    for (var id : List.of(Samples.kalshi(1), Samples.polymarket(1))) {
      var market = Samples.market(id, title, title);
      scene.desk.markets.put(id, market);
      scene.rows.markets().save(id.venue(), List.of(new Markets.Seen(market, title)), NOW);
    }
  }

  private void write(JournalRecord... records) {
    try (var journal =
        new PostgresJournal(
            scene.database, held, InstantSource.fixed(NOW), PostgresJournal.Room.DEFAULTS)) {
      journal.append(List.of(records));
      journal.flush();
    }
  }

  private void move(String id, OrderState state, String filled) {
    write(
        new JournalRecord.OrderMoved(
            new ClientOrderId(id), state, "v" + id, Quantity.parse(filled), "test", NOW));
  }

  private void commit(PreparedOrder order) {
    var found = Samples.opportunity("o1", new PairId(1), NOW);
    List<JournalRecord> allowed =
        List.of(
            new JournalRecord.OpportunityFound(found),
            new JournalRecord.VerdictGiven(
                new VerdictRecord("vo1", found.id(), new Verdict.Allow(), 1, found.at())));
    var intents = new PostgresIntents(scene.database, () -> held);
    assertEquals(
        new IntentStore.Outcome.Committed(),
        intents.commit(Mode.LIVE, List.of(order), allowed, NOW));
  }

  private static PreparedOrder order(String id, Instrument instrument, Purpose purpose, Side side) {
    return new PreparedOrder(
        new OrderIntent(
            new ClientOrderId(id),
            new OrderIntent.Origin(new ExecutionId("e1"), 0, 0, purpose, new PairId(1)),
            instrument,
            new OrderIntent.Terms(
                side, Quantity.ofShares(50), Price.parse("0.4"), TimeInForce.IOC, false, null),
            new Approval("vo1", 1, Usd.parse("20.84"), NOW.plusSeconds(60))),
        "key-" + id,
        "{}");
  }

  private Menu.Choice choice(String order) {
    var list = (Answer.Reply) scene.run(scene.operator(), "orders");
    return Objects.requireNonNull(list.menu()).choices().stream()
        .filter(choice -> choice.id().arguments().equals(List.of(order)))
        .findFirst()
        .orElseThrow();
  }

  private Answer.Reply question(Caller caller, String order) {
    return (Answer.Reply) scene.console.button(caller, choice(order).id().text(), "");
  }

  private static String yes(Answer.Reply question) {
    return question.buttons().getFirst().id().text();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theEffectIsShownAndThenDone(Language language) {
    Caller olga = scene.reads(language, scene.operator());
    Answer.Reply bid = question(olga, BID);
    Answer done = scene.console.button(olga, yes(bid), "");
    Golden.check(
        "cancel-order-" + language.tag(),
        choice(BID).label()
            + "\n"
            + choice(BID).note()
            + "\n"
            + Written.answer(bid)
            + Written.answer(done)
            + Written.answer(question(olga, SALE)));
    assertEquals(
        List.of(new OperatorRequest.CancelOrder(new ClientOrderId(BID), olga.actor())),
        scene.desk.asked);
    assertEquals("cancel_order", scene.rows.audit().newest(1).getFirst().action());
  }

  @Test
  @Tag("fault:Q7")
  void whatHasFilledFurtherSinceIsNotCancelledByTheOldQuestion() {
    Answer.Reply asked = question(scene.operator(), BID);
    move(BID, OrderState.PARTLY, "30");
    String answer = Written.answer(scene.console.button(scene.operator(), yes(asked), ""));
    assertTrue(answer.contains("It has changed since"), answer);
    assertEquals(List.of(), scene.desk.asked);
  }

  @Test
  void whatHasEndedSinceTheListIsNotAskedAbout() {
    String old = choice(BID).id().text();
    move(BID, OrderState.CANCELLED, "20");
    String answer = Written.answer(scene.console.button(scene.operator(), old, ""));
    assertTrue(answer.contains("does not rest any more"), answer);
    var list = (Answer.Reply) scene.run(scene.operator(), "orders");
    assertEquals(1, Objects.requireNonNull(list.menu()).choices().size());
  }

  @Test
  @Tag("fault:Q7")
  void theSamePressTwiceIsWrittenDownOnce() {
    Caller olga = scene.operator();
    String button = yes(question(olga, BID));
    long before = scene.rows.audit().newestRow();
    scene.console.button(olga, button, "");
    scene.console.button(olga, button, "");
    assertEquals(before + 1, scene.rows.audit().newestRow());
  }

  @Test
  void aQuestionEndsAfterAMinute() {
    String button = yes(question(scene.operator(), BID));
    scene.clock.now = NOW.plusSeconds(61);
    String answer = Written.answer(scene.console.button(scene.operator(), button, ""));
    assertTrue(answer.contains("more than 60 s ago"), answer);
    assertEquals(List.of(), scene.desk.asked);
  }

  @Test
  @Tag("fault:Q11")
  void namesOfPeopleWhoWishUsIllFit() {
    titled(NASTY.repeat(8));
    for (Language language : Language.values()) {
      Caller olga = scene.reads(language, scene.operator());
      Fits.discord(scene.run(olga, "orders"));
      Fits.discord(question(olga, BID));
    }
  }
}

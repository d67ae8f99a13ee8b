package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.engine.venue.OrderLookup;

/** A process that died before its first row of cash was written, and the next one. */
class OpeningCashTest {
  private final Rig before = Rig.live().bargain(100);
  private final OrderIntent yes = before.entry(before.yesLeg());
  private final OrderIntent no = before.entry(before.noLeg());
  private final Rig rig = new Rig(Rig.settings(), withoutCash(), false);

  /** Sent, and the venue's own id of it was not written any more. */
  private Recovered withoutCash() {
    Recovered stored =
        RestartTest.stored(
            before.execution(),
            List.of(sent(yes), RestartTest.order(no, OrderState.NOT_SENT, List.of())),
            List.of());
    return new Recovered(
        stored.controls(),
        stored.pairs(),
        stored.openExecutions(),
        stored.orders(),
        stored.fills(),
        stored.payouts(),
        new Recovered.Money(List.of(), List.of(), stored.money().highWater()),
        stored.breakers());
  }

  private static Recovered.StoredOrder sent(OrderIntent intent) {
    var ref = new OrderRef(intent.id(), intent.instrument(), Rig.key(intent), null, Rig.START);
    return new Recovered.StoredOrder(
        intent, Mode.LIVE, ref, OrderState.SENT, Quantity.ZERO, Rig.START);
  }

  /** As a list tells it that does not know our ids. */
  private Fill filledNamelessly() {
    Fill fill = rig.fill(yes, "100");
    rig.fills(VenueId.KALSHI)
        .replaceAll(f ->
            new Fill(
                f.key(),
                null,
                f.instrument(),
                f.side(),
                f.quantity(),
                f.price(),
                f.fee(),
                f.liquidity(),
                f.status(),
                f.at()));
    return fill;
  }

  private void found(Fill fill) {
    rig.lookup(
        yes,
        _ ->
            new OrderLookup.Found(
                Rig.venueId(yes), OrderState.FILLED, fill.quantity(), List.of(fill)));
  }

  private List<CashPosition> rows() {
    return rig.effects(Effect.Write.class).stream()
        .map(Effect.Write::row)
        .filter(JournalRecord.CashChanged.class::isInstance)
        .map(row -> ((JournalRecord.CashChanged) row).cash())
        .filter(cash -> cash.venue().equals(VenueId.KALSHI))
        .toList();
  }

  private Usd kalshi() {
    return rig.view().wealth().cash().stream()
        .filter(cash -> cash.venue().equals(VenueId.KALSHI))
        .map(CashPosition::total)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void doesNotCountAFillTwiceThatTheFirstReportContains() {
    Fill fill = filledNamelessly();
    rig.readAccounts();
    assertEquals(List.of(), rows(), "nothing is written before the ledger is opened");

    found(fill);
    rig.pass(Duration.ofSeconds(7)).readAccounts();

    Usd left = Rig.CASH.minus(Usd.ofDollars(40)).minus(fill.fee());
    assertEquals(left, kalshi());
    assertEquals(left, rows().getLast().total());
    rig.pass(Duration.ofSeconds(7)).readAccounts();
    assertTrue(
        rig.effects(Effect.Tell.class).stream()
            .noneMatch(tell ->
                tell.notice() instanceof Notice.Alarm alarm
                    && alarm.code().equals("cash-difference")));
  }

  @Test
  void entersNothingBeforeTheLedgerIsOpened() {
    Fill fill = filledNamelessly();
    found(fill);
    rig.readAccounts().pass(Duration.ofSeconds(1)).readAccounts();
    assertFalse(isReconciled(), "a report of this moment may contain the fill or not");
    rig.pass(Duration.ofSeconds(6)).readAccounts();
    assertTrue(isReconciled());
  }

  private boolean isReconciled() {
    return Objects.requireNonNull(rig.view().desk().venues().get(VenueId.KALSHI))
        .reconciled()
        .clean();
  }
}

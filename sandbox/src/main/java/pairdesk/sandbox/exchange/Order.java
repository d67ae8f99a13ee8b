package pairdesk.sandbox.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/**
 * An order as the exchange knows it; each change makes a new one.
 *
 * @param id the venue's id
 * @param clientId the client's own id, empty when none was given
 */
public record Order(
    String id,
    String clientId,
    AccountId account,
    OrderTerms terms,
    Progress progress,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * What became of it so far.
   *
   * @param remaining still in the book
   */
  public record Progress(
      OrderStatus status,
      Quantity filled,
      Quantity remaining,
      @Nullable CancelReason reason,
      Totals totals,
      List<String> tradeIds) {}

  /** Cash of the fills, by role; sells count their price as cost on Kalshi's NO leg. */
  public record Totals(Usd takerCost, Usd makerCost, Usd takerFees, Usd makerFees) {
    static final Totals NONE = new Totals(Usd.ZERO, Usd.ZERO, Usd.ZERO, Usd.ZERO);

    Totals plus(Fill fill) {
      Usd cost = fill.deal().cash();
      return fill.taker()
          ? new Totals(takerCost.plus(cost), makerCost, takerFees.plus(fill.fee()), makerFees)
          : new Totals(takerCost, makerCost.plus(cost), takerFees, makerFees.plus(fill.fee()));
    }
  }

  static Order fresh(String id, String clientId, AccountId account, OrderTerms terms, Instant now) {
    var progress =
        new Progress(
            OrderStatus.OPEN, Quantity.ZERO, terms.quantity(), null, Totals.NONE, List.of());
    return new Order(id, clientId, account, terms, progress, now, now);
  }

  public boolean isOpen() {
    return progress.status() == OrderStatus.OPEN;
  }

  Order filled(Fill fill) {
    Quantity quantity = fill.deal().quantity();
    Quantity rest = progress.remaining().minusOrZero(quantity);
    var trades = new ArrayList<>(progress.tradeIds());
    trades.add(fill.tradeId());
    OrderStatus reached = rest.isZero() ? OrderStatus.FILLED : OrderStatus.OPEN;
    var next =
        new Progress(
            // One that was cancelled stays so, with what filled late.
            progress.status() == OrderStatus.CANCELLED ? OrderStatus.CANCELLED : reached,
            progress.filled().plus(quantity),
            rest,
            progress.reason(),
            progress.totals().plus(fill),
            List.copyOf(trades));
    return with(next, fill.at());
  }

  Order cancelled(CancelReason reason, Instant now) {
    return with(
        new Progress(
            OrderStatus.CANCELLED,
            progress.filled(),
            Quantity.ZERO,
            reason,
            progress.totals(),
            progress.tradeIds()),
        now);
  }

  /** Filled as far as a wish in dollars goes. */
  Order completed(Instant now) {
    return with(
        new Progress(
            OrderStatus.FILLED,
            progress.filled(),
            Quantity.ZERO,
            null,
            progress.totals(),
            progress.tradeIds()),
        now);
  }

  /** Without a fill that was taken back; its size does not return to the book. */
  Order voided(Fill fill, Instant now) {
    return with(
        new Progress(
            progress.status(),
            progress.filled().minus(fill.deal().quantity()),
            progress.remaining(),
            progress.reason(),
            progress.totals(),
            progress.tradeIds()),
        now);
  }

  /** With this much in the book instead. */
  Order resting(Quantity rest, Instant now) {
    return with(
        new Progress(
            progress.status(),
            progress.filled(),
            rest,
            null,
            progress.totals(),
            progress.tradeIds()),
        now);
  }

  Order amended(String newClientId, OrderTerms newTerms, Quantity rest, Instant now) {
    return new Order(id, newClientId, account, newTerms, progress, createdAt, now)
        .resting(rest, now);
  }

  private Order with(Progress next, Instant now) {
    return new Order(id, clientId, account, terms, next, createdAt, now);
  }
}

package pairdesk.sandbox.exchange;

import java.time.Instant;

/** How long an order lives. */
public sealed interface Lifetime {
  record GoodTillCancelled() implements Lifetime {}

  /** Leaves the book at this moment. */
  record GoodTillDate(Instant expires) implements Lifetime {}

  /** Fills what it can now; the rest is cancelled. Polymarket's FAK. */
  record ImmediateOrCancel() implements Lifetime {}

  record FillOrKill() implements Lifetime {}

  default boolean rests() {
    return switch (this) {
      case GoodTillCancelled _, GoodTillDate _ -> true;
      case ImmediateOrCancel _, FillOrKill _ -> false;
    };
  }
}

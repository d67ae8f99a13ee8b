package pairdesk.bot.app;

import java.util.Locale;

/** The way from a tick to an order, step by step. */
enum Stage {
  /** From the arrival of a venue's message until it is read. */
  PARSED,
  /** Until the book is built and the engine told. */
  BOOKED,
  /** From the newest book until its gap is found, the wait for the engine counted. */
  DETECTED,
  /** Until rules, sizes and plan are settled. */
  DECIDED,
  /** Encoding and signing one order. */
  SIGNED,
  /** Writing down the intents of a plan, in one commit. */
  COMMITTED,
  /** From there until the order leaves. */
  SENT,
  /** Until the venue has answered. */
  ACKNOWLEDGED,
  /** From the newest book until the order leaves: DETECTED to SENT in one. */
  TICK_TO_ORDER;

  /** As a label: {@code tick_to_order}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

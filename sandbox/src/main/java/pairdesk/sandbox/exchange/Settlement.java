package pairdesk.sandbox.exchange;

import java.time.Instant;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Usd;

/**
 * A position that was paid out.
 *
 * @param position as it was
 * @param yesPaid what a YES share paid; NO paid the rest of the dollar
 */
public record Settlement(Position position, Price yesPaid, Usd payout, Instant at) {}

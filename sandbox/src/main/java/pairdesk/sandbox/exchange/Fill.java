package pairdesk.sandbox.exchange;

import java.time.Instant;
import pairdesk.engine.money.Usd;

/**
 * One order's part in a trade.
 *
 * @param fee on top of the cash of a buy, out of the cash of a sell
 */
public record Fill(
    String tradeId,
    String orderId,
    AccountId account,
    Deal deal,
    Usd fee,
    boolean taker,
    Instant at) {}

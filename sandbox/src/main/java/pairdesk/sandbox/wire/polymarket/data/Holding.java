package pairdesk.sandbox.wire.polymarket.data;

import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.wire.polymarket.listing.Token;

/**
 * Shares of one token in a wallet.
 *
 * @param cost paid for them, at the average price of all that were bought
 * @param bought shares bought in all
 * @param price now
 * @param redeemable whether the market is resolved
 */
record Holding(
    Token token, Quantity size, Usd cost, Quantity bought, Price price, boolean redeemable) {}

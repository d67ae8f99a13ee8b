package pairdesk.engine.order;

import java.time.Instant;
import pairdesk.engine.money.Usd;

/**
 * The risk gate's word that one order may be sent. An {@link OrderIntent} cannot be made without
 * it, and only {@code engine.risk} may issue one (an architecture test holds that).
 *
 * @param verdict id of the verdict row that allowed it
 * @param settingsVersion version of the settings it was judged by
 * @param reserved dollars set aside until the order is terminal: limit price times quantity plus
 *     fee for a BUY, zero for a SELL
 * @param validUntil after this moment the order must not leave: the books it was judged on are too
 *     old by then
 */
public record Approval(String verdict, long settingsVersion, Usd reserved, Instant validUntil) {}

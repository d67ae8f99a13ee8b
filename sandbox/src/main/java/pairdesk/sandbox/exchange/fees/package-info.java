/** What each venue charges for a fill, from its published rules; pure arithmetic. */
@NullMarked
package pairdesk.sandbox.exchange.fees;

import org.jspecify.annotations.NullMarked;

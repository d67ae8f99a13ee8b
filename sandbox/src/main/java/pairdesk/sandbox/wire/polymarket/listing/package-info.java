/**
 * What the venue lists, found by each of its names. Prices and states are the exchange's and are
 * looked up when they are told.
 */
@NullMarked
package pairdesk.sandbox.wire.polymarket.listing;

import org.jspecify.annotations.NullMarked;

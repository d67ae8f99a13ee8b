/** Gamma: events and markets with their texts, as the venue's website lists them. */
@NullMarked
package pairdesk.sandbox.wire.polymarket.gamma;

import org.jspecify.annotations.NullMarked;

/** JSON and refusals as every part of the venue writes them. */
@NullMarked
package pairdesk.sandbox.wire.polymarket.http;

import org.jspecify.annotations.NullMarked;

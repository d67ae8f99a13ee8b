/** What we own and owe, as a fold over fills, payouts and cash. */
@NullMarked
package pairdesk.engine.portfolio;

import org.jspecify.annotations.NullMarked;

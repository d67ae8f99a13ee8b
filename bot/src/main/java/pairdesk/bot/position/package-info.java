/**
 * What is held, sorted by the pairs that it was bought for: what of it is matched and so pays
 * whatever happens, and what is not. Values alone; nothing here is shown or stored.
 */
@NullMarked
package pairdesk.bot.position;

import org.jspecify.annotations.NullMarked;

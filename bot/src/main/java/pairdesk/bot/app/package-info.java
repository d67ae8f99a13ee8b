/**
 * The composition root: settings from the environment, everything wired together, and the order in
 * which it starts and stops. The only package that takes the system's clock and chance.
 */
@NullMarked
package pairdesk.bot.app;

import org.jspecify.annotations.NullMarked;

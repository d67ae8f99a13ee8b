/** Tests of settings, start and stop. */
@NullMarked
package pairdesk.bot.app;

import org.jspecify.annotations.NullMarked;
